package io.renoz.settings.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingDeclaration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final SettingDeclaration DAYS = SettingDeclaration.number("a", "days", "Days", 7, 1, 30);
    private static final SettingDeclaration SHARE = SettingDeclaration.decimal("a", "share", "Share", "0.40", "0", "1");
    private static final SettingDeclaration ON = SettingDeclaration.flag("a", "on", "On", false);
    private static final SettingDeclaration SIZE =
            SettingDeclaration.text("a", "size", "Size", "s").among("s", "m", "l");
    private static final SettingDeclaration LIST = SettingDeclaration.json("a", "list", "List", new Json("[]"));

    private static void assertTaken(SettingDeclaration declaration, String json) {
        assertThat(Values.checked(declaration, new Json(json)).text()).isEqualTo(json);
    }

    private static void assertRefused(SettingDeclaration declaration, String json, String said) {
        Problem refusal = catchThrowableOfType(Problem.class, () -> Values.checked(declaration, new Json(json)));
        assertThat(refusal.slug()).isEqualTo("invalid-setting-value");
        assertThat(refusal.detail()).contains(said);
    }

    @Test
    @DisplayName("SET-09: a value of the declared type within limits is taken")
    void takesGoodValues() {
        assertTaken(DAYS, "1");
        assertTaken(DAYS, "30");
        assertTaken(DAYS, "2e1");
        assertTaken(SHARE, "0.25");
        assertTaken(ON, "true");
        assertTaken(SIZE, "\"m\"");
        assertTaken(LIST, "{\"a\": [1]}");
    }

    @Test
    @DisplayName("SET-09: any other is refused, naming what would be good")
    void refusesOthers() {
        assertRefused(DAYS, "0", "from 1 to 30");
        assertRefused(DAYS, "31", "from 1 to 30");
        assertRefused(DAYS, "2.5", "whole number");
        assertRefused(SHARE, "1.01", "from 0 to 1");
        assertRefused(DAYS, "\"7\"", "number");
        assertRefused(DAYS, "null", "number");
        assertRefused(ON, "1", "true or false");
        assertRefused(SIZE, "\"xl\"", "s, m, l");
        assertRefused(SIZE, "[]", "text");
        assertRefused(SettingDeclaration.text("a", "t", "T", ""), "\"" + "x".repeat(2001) + "\"", "2000");
    }
}
