package io.renoz.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.rest.Allow;
import io.renoz.rest.Anonymous;
import io.renoz.settings.document.DocumentTemplateResource;
import io.renoz.settings.organization.OrganizationResource;
import io.renoz.settings.organization.PublicProfileResource;
import io.renoz.settings.sequence.NumberSequenceResource;
import io.renoz.settings.setting.SystemSettingResource;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    @DisplayName("SET-24: everybody reads the profile; settings and sequences are for admins")
    void isAsTheRulesSay() throws Exception {
        assertThat(OrganizationResource.class
                        .getMethod("get")
                        .getAnnotation(Allow.class)
                        .value())
                .isEqualTo(Allow.SIGNED_IN);
        assertThat(SystemSettingResource.class.getAnnotation(Allow.class).value())
                .isEqualTo("settings.write");
        assertThat(DocumentTemplateResource.class.getAnnotation(Allow.class).value())
                .isEqualTo("settings.write");
        assertThat(NumberSequenceResource.class.getAnnotation(Allow.class).value())
                .isEqualTo("settings.write");
    }

    @Test
    @DisplayName("SET-02: only the public profile is there without sign-in")
    void showsOnlyThePublicProfileToStrangers() {
        assertThat(Arrays.stream(PublicProfileResource.class.getMethods())
                        .filter(method -> method.isAnnotationPresent(Anonymous.class))
                        .map(Method::getName))
                .containsExactlyInAnyOrder("get", "logo");
    }
}
