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

    @Test
    void scriptGivesALoginOfAnotherNameTheRightsOfTheRoleThatChangelogsName() {
        Map<String, String> env = Map.of("RENOZ_DB_APP", "shop_app", "RENOZ_DB_PLATFORM", "shop_kernel");

        assertThat(Roles.script(Database.planned(env)))
                .contains(
                        "create role renoz_app nologin nosuperuser nobypassrls noinherit",
                        "grant renoz_app to shop_app;")
                .contains("create role renoz_platform nologin nosuperuser", "grant renoz_platform to shop_kernel;");
        assertThat(Roles.script(Database.planned(Map.of()))).doesNotContain("nologin");
    }

    @Test
    void scriptQuotesTheNameOfADatabaseThatNeedsIt() {
        Map<String, String> env = Map.of("RENOZ_DB_URL", "jdbc:postgresql://db/renoz-prod");

        assertThat(Roles.script(Database.planned(env)))
                .contains("create database \"renoz-prod\" owner")
                .contains("where datname = 'renoz-prod'")
                .contains("grant connect on database \"renoz-prod\" to");
    }
}
