package io.renoz.settings.setting;

import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.problem.Problem;
import io.renoz.settings.Workbench;
import io.renoz.settings.setting.SystemSettingResource.Input;
import io.renoz.settings.setting.SystemSettingResource.View;
import io.renoz.testing.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsIT {

    private final Organization acme = PLATFORM.organization();
    private final Settings settings = new Settings(TABLES, PLATFORM.events(), new Workbench(), PLATFORM.secrets());
    private final SystemSettingResource resource = new SystemSettingResource(TABLES, settings);

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    private View set(Organization as, String key, String json) {
        return as.call(() -> resource.set("mail", key, new Input(new Json(json), null)));
    }

    @Test
    @DisplayName("SET-09: the effective value is the override or the default, and the default comes back")
    void goesBackToTheDefault() {
        assertThat(acme.read(() -> settings.getInt("mail", "retries"))).isEqualTo(3);
        View set = set(acme.ifMatch(0), "retries", "5");
        assertThat(set.version()).isEqualTo(1);
        assertThat(acme.read(() -> settings.getInt("mail", "retries"))).isEqualTo(5);
        assertThat(set(acme.ifMatch(1), "retries", "6").version()).isEqualTo(2);
        acme.run(() -> resource.reset("mail", "retries"));

        assertThat(acme.read(() -> settings.getInt("mail", "retries"))).isEqualTo(3);
        assertThat(acme.read(() -> resource.get("mail", "retries")).isSet()).isFalse();
    }

    @Test
    @DisplayName("SET-09: what nobody declares cannot be written, and neither can a bad value")
    void refusesUnknownSettingsAndBadValues() {
        assertRefused("unknown-setting", () -> set(acme.ifMatch(0), "colour", "1"));
        assertRefused("invalid-setting-value", () -> set(acme.ifMatch(0), "retries", "11"));
        assertRefused("unknown-setting", () -> acme.read(() -> settings.getInt("other", "retries")));
    }

    @Test
    @DisplayName("SET-09: what breaks a rule of the module that declares it cannot be written, by whatever way")
    void asksTheModuleThatDeclaresIt() {
        assertThatThrownBy(() -> set(acme.ifMatch(0), "greeting", "\"Oi!\""))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("invalid-setting-value");
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.detail()).isEqualTo("A greeting is polite.");
                    assertThat(problem.errors())
                            .extracting(Problem.FieldError::pointer)
                            .containsExactly("/value");
                });
        assertRefused(
                "invalid-setting-value", () -> acme.run(() -> settings.put("mail", "greeting", new Json("\"Oi!\""))));
        assertThat(set(acme.ifMatch(0), "greeting", "\"Hi\"").isSet()).isTrue();
    }

    @Test
    @DisplayName("SET-25: a setting is written under its ETag, which is 0 while nothing is set")
    void demandsAnETag() {
        assertRefused("precondition-required", () -> set(acme, "retries", "5"));
        assertRefused("precondition-failed", () -> set(acme.ifMatch(1), "retries", "5"));
        set(acme.ifMatch(0), "retries", "5");
        assertRefused("precondition-failed", () -> set(acme.ifMatch(0), "retries", "6"));
    }

    @Test
    @DisplayName("SET-10: a secret is stored as ciphertext, shown as null, and three asterisks in the log")
    void keepsSecrets() {
        View set = set(acme.ifMatch(0), "password", "\"s3cret\"");

        assertThat(set.isSet()).isTrue();
        assertThat(set.value()).isNull();
        assertThat(acme.read(() -> settings.getSecret("mail", "password"))).contains("s3cret");
        assertThat(PLATFORM.audited().stream()
                        .filter(change -> change.entityId().equals(set.id())))
                .hasSize(1)
                .allSatisfy(change -> assertThat(change.after().toString())
                        .contains("encryptedValue=***")
                        .doesNotContain("s3cret")
                        .doesNotContain("v1:"));
        SystemSetting row = acme.read(() -> TABLES.require(SystemSetting.class, set.id()));
        assertThat(row.value).isNull();
        assertThat(row.encryptedValue).startsWith("v1:").doesNotContain("s3cret");
    }

    @Test
    @DisplayName("SET-10: settings declared public, and no others, are there without sign-in")
    void showsPublicSettingsAlone() {
        set(acme.ifMatch(0), "greeting", "\"Hi\"");

        assertThat(acme.read(settings::open)).containsExactly(Map.entry("mail.greeting", new Json("\"Hi\"")));
    }

    @Test
    void listsAllThatIsDeclared() {
        assertThat(list("category", Map.of()).items())
                .extracting(View::key)
                .containsExactly("greeting", "password", "retries");
        assertThat(list("-category", Map.of()).items())
                .extracting(View::key)
                .containsExactly("retries", "password", "greeting");
        assertThat(list("category", Map.of("category", "mail")).total()).isEqualTo(3);
        assertThat(list("category", Map.of("category", "post")).items()).isEmpty();
        assertRefused("invalid-parameter", () -> list("key", Map.of()));
        assertRefused("invalid-parameter", () -> list("category", Map.of("key", "retries")));
    }

    private Page<View> list(String sort, Map<String, String> filters) {
        var query = new ListQuery(50, Optional.empty(), Optional.of(sort), filters, true);
        return acme.read(() -> resource.list(query));
    }

    @Test
    void comesInPagesThatMissNothing() {
        for (String sort : List.of("category", "-category")) {
            var walked = new ArrayList<String>();
            Optional<String> cursor = Optional.empty();
            do {
                var query = new ListQuery(1, cursor, Optional.of(sort), Map.of(), false);
                Page<View> page = acme.read(() -> resource.list(query));
                page.items().forEach(view -> walked.add(view.key()));
                cursor = Optional.ofNullable(page.next());
            } while (cursor.isPresent());
            assertThat(walked).containsExactlyInAnyOrder("greeting", "password", "retries");
        }
        for (String cursor : List.of("bm9uc2Vuc2U", "!")) {
            var query = new ListQuery(1, Optional.of(cursor), Optional.empty(), Map.of(), false);
            assertRefused("invalid-parameter", () -> acme.read(() -> resource.list(query)));
        }
    }
}
