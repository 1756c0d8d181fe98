package io.renoz.users.preference;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.users.Workbench;
import io.renoz.users.preference.PreferenceResource.Input;
import io.renoz.users.preference.PreferenceResource.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreferencesIT {

    private final Workbench bench = new Workbench();
    private final UUID anna = bench.member("anna@acme.example", "sales");
    private final PreferenceResource resource = new PreferenceResource(TABLES, new Preferences(TABLES), bench.modules);

    private static Setting setting(String category, String key, String json) {
        return new Setting(category, key, new Json(json));
    }

    private List<View> set(Setting... settings) {
        return bench.as(anna, null, () -> resource.set(new Input(List.of(settings))))
                .items();
    }

    private List<View> list(Map<String, String> filters) {
        var query = new ListQuery(50, Optional.empty(), Optional.empty(), filters, false);
        return bench.as(anna, null, () -> resource.list(query)).items();
    }

    @Test
    void areSetTogetherAndLeaveTheRest() {
        set(setting("appearance", "theme", "\"dark\""), setting("orders", "columns", "[\"number\"]"));
        List<View> all = set(setting("appearance", "theme", "\"light\""), setting("dashboard", "cards", "{\"a\": 1}"));

        assertThat(all).extracting(View::key).containsExactly("theme", "cards", "columns");
        assertThat(all.get(0).value().text()).isEqualTo("\"light\"");
        assertThat(list(Map.of("category", "dashboard"))).hasSize(1);
        assertThat(bench.as(bench.owner, null, () -> resource.list(ListQuery.first(9)))
                        .items())
                .isEmpty();
    }

    @Test
    void areForgottenByCategoryOrAltogether() {
        set(setting("appearance", "theme", "1"), setting("dashboard", "cards", "2"), setting("shortcuts", "n", "3"));
        reset("dashboard");
        assertThat(list(Map.of())).hasSize(2);
        reset(null);
        assertThat(list(Map.of())).isEmpty();
    }

    private void reset(@Nullable String category) {
        bench.as(anna, null, () -> {
            resource.reset(category);
            return 0;
        });
    }

    @Test
    void belongToACategoryThatThereIs() {
        assertRefused("validation-failed", () -> set(setting("nonsense", "a", "1")));
        assertRefused("validation-failed", () -> setting("users", "notification_mails", "\"hourly\""));
        assertRefused("validation-failed", () -> setting("orders", "a", "\"" + "x".repeat(10_000) + "\""));
        assertThat(set(setting("users", "notification_mails", "\"off\""))).hasSize(1);
    }
}
