package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Path DISTRIBUTION = Path.of("/opt/renoz");

    @Test
    void meanTheEmbeddedDatabaseOnPort8080WhenNothingIsSet() {
        Settings settings = Settings.of(Map.of("RENOZ_HOME", "/srv/../srv/renoz"), DISTRIBUTION);

        assertThat(settings.home().root()).isEqualTo(Path.of("/srv/renoz"));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.external()).isEmpty();
    }

    @Test
    void refuseAPortThatIsNone() {
        for (String port : new String[] {"0", "70000", "http", "-1", "080808"}) {
            assertThatThrownBy(() -> Settings.of(Map.of("RENOZ_HTTP_PORT", port), DISTRIBUTION))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("RENOZ_HTTP_PORT");
        }
    }

    @Test
    void refuseMailVariablesThePlatformWouldStumbleOver() {
        for (Map<String, String> wrong : List.of(
                Map.of("RENOZ_MAIL", "yes"),
                Map.of("RENOZ_SMTP_HOST", "smtp.example.com"),
                Map.of("RENOZ_SMTP_HOST", "x", "RENOZ_MAIL_FROM", "a@example.com", "RENOZ_SMTP_PORT", "0"),
                Map.of("RENOZ_SMTP_HOST", "x", "RENOZ_MAIL_FROM", "a@example.com", "RENOZ_SMTP_SECURITY", "ssl"))) {
            assertThatThrownBy(() -> Settings.of(wrong, DISTRIBUTION)).isInstanceOf(Refusal.class);
        }
        Settings.of(Map.of("RENOZ_SMTP_HOST", "x", "RENOZ_MAIL_FROM", "a@example.com"), DISTRIBUTION);
    }

    @Test
    void nameEveryPasswordThatAnExternalDatabaseStillNeeds() {
        Map<String, String> env = Map.of("RENOZ_DB_URL", "jdbc:postgresql://db/renoz", "RENOZ_DB_APP_PASSWORD", "x");

        assertThatThrownBy(() -> Settings.of(env, DISTRIBUTION))
                .hasMessageContaining("RENOZ_DB_OWNER_PASSWORD, RENOZ_DB_PLATFORM_PASSWORD.");
    }

    @Test
    void refuseAnUrlThatIsNotPostgres() {
        assertThatThrownBy(() -> Database.planned(Map.of("RENOZ_DB_URL", "postgres://db/renoz")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/renoz");
    }

    @Test
    void readTheWholeExternalDatabase() {
        Map<String, String> env = new HashMap<>();
        env.put("RENOZ_DB_URL", "jdbc:postgresql://db.example:6432/shop?sslmode=require");
        env.put("RENOZ_DB_OWNER", "shop_owner");
        for (String role : new String[] {"OWNER", "APP", "PLATFORM"}) {
            env.put("RENOZ_DB_" + role + "_PASSWORD", "secret-" + role);
        }

        Database database = Settings.of(env, DISTRIBUTION).external().orElseThrow();

        assertThat(database.server()).isEqualTo("db.example:6432");
        assertThat(database.name()).isEqualTo("shop");
        assertThat(database.owner()).isEqualTo(new Login("shop_owner", "secret-OWNER"));
        assertThat(database.env()).containsAllEntriesOf(env).containsEntry("RENOZ_DB_APP", "renoz_app");
        assertThat(database.toString()).doesNotContain("secret");
    }
}
