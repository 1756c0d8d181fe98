package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void scriptHoldsNoPasswordAndCanRunTwice() {
        String script = Roles.script(Database.planned(Map.of("RENOZ_DB_OWNER_PASSWORD", "hunter2")));

        assertThat(script)
                .doesNotContain("hunter2")
                .contains("alter role renoz_app password :'app_password';")
                .contains("create role renoz_owner login nosuperuser nobypassrls createrole")
                .contains("create database renoz owner renoz_owner encoding ''UTF8'' template template0");
        assertThat(script.lines().filter(line -> line.startsWith("select '")).count())
                .isEqualTo(
                        script.lines().filter(line -> line.endsWith("\\gexec")).count());
    }

    @Test
    void scriptUsesTheNamesThatAreSet() {
        Map<String, String> env = Map.of("RENOZ_DB_URL", "jdbc:postgresql://db/shop", "RENOZ_DB_APP", "shop_app");

        assertThat(Roles.script(Database.planned(env)))
                .contains("grant connect on database shop to shop_app, renoz_platform;");
    }
}
