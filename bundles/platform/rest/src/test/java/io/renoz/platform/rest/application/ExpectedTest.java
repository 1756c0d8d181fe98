package io.renoz.platform.rest.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class ExpectedTest {

    private final List<ComponentDescriptionDTO> read = new ArrayList<>();
    private final Expected expected = new Expected(answering(
            ServiceComponentRuntime.class,
            Map.of("getComponentDescriptionDTOs", read, "getComponentConfigurationDTOs", List.of())));

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    private static Bundle bundle(String components) {
        var headers = FrameworkUtil.asDictionary(Map.of("Service-Component", components));
        return answering(Bundle.class, Map.of("getHeaders", headers));
    }

    private static ComponentDescriptionDTO component(Class<?> type, String service) {
        var component = new ComponentDescriptionDTO();
        component.implementationClass = type.getName();
        component.serviceInterfaces = new String[] {service};
        component.defaultEnabled = true;
        return component;
    }

    private static final class ThingResource {}

    private static final class Rules {}

    @Test
    void namesResourcesThatAreNotThere() {
        read.add(component(ThingResource.class, "io.renoz.rest.Lists"));
        read.add(component(Rules.class, Rules.class.getName()));
        Bundle bundle = bundle("OSGI-INF/a.xml,OSGI-INF/b.xml");
        assertThat(expected.missing(bundle)).singleElement().asString().endsWith("ThingResource is not active.");

        expected.came(ThingResource.class);
        assertThat(expected.missing(bundle)).isEmpty();

        expected.left(ThingResource.class);
        assertThat(expected.missing(bundle)).hasSize(1);
    }

    @Test
    void knowsThatABundleIsActiveBeforeItsComponentsAreRead() {
        read.add(component(Rules.class, Rules.class.getName()));

        assertThat(expected.missing(bundle("OSGI-INF/a.xml,OSGI-INF/b.xml")))
                .containsExactly("Its components are about to be read.");
    }
}
