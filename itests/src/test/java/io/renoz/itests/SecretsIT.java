package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Passwords and tokens go in by requests, good ones and bad ones, and come to light nowhere. */
@DisplayName("Secrets")
class SecretsIT {

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Tenant tenant = Tenant.with();

    private String secret(String what) {
        String made = "s3cret" + UUID.randomUUID().toString().replace("-", "");
        secrets.put(what, made);
        return made;
    }

    private void login(String password, int status) {
        Client.anonymous()
                .post("users/auth/login", """
                        {"organization": "%s", "email": "admin@%s.example", "password": "%s"}
                        """.formatted(tenant.slug(), tenant.slug(), password))
                .expect(status);
    }

    @Test
    @DisplayName("are in no log, no audit and no table in clear")
    void staySecret() throws Exception {
        secrets.put("a session", tenant.newToken());
        login(secret("a password that is wrong"), 401);
        Client.anonymous()
                .post(
                        "users/auth/login",
                        "{\"organization\": \"x\", \"password\": {\"not\": \"" + secret("a password in the wrong place")
                                + "\"}}");
        Client.anonymous().post("users/auth/login", "{\"password\": \"" + secret("a password in a torn body") + "\", ");
        Client.anonymous()
                .token(secret("a token of no known form"))
                .get("users/me")
                .expect(401);
        Client.anonymous().get("users/me?token=" + secret("a token in a query")).expect(401);
        Answer api = tenant.admin()
                .post("users/api-tokens", "{\"name\": \"secrets\", \"scopes\": [\"users.read\"]}")
                .expect(201);
        secrets.put("an API token", api.body().path("token").asText());
        Answer operator = Client.operator()
                .post("operator/tokens", "{\"name\": \"secrets-" + UUID.randomUUID() + "\"}")
                .expect(201);
        secrets.put("an operator's token", operator.body().path("token").asText());
        secrets.put("the first operator's token", RunningPlatform.OPERATOR_TOKEN);
        String slug = "secrets-" + Long.toString(System.nanoTime(), 36);
        Client.operator()
                .post("operator/organizations", """
                        {"slug": "%s", "name": "Secrets", "owner": {"email": "o@%s.example", "name": "O", "password": "%s"}}
                        """.formatted(slug, slug, secret("the password of an owner")))
                .expect(201);

        assertThat(secrets)
                .allSatisfy((what, secret) -> assertThat(secret).as(what).hasSizeGreaterThan(20));
        assertThat(leaks(RunningPlatform.shared().home().resolve("log"))).isEmpty();
        assertThat(rows()).isEmpty();
    }

    private List<String> leaks(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).flatMap(this::leaksOf).toList();
        }
    }

    private Stream<String> leaksOf(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return secrets.entrySet().stream()
                    .filter(secret -> text.contains(secret.getValue()))
                    .map(secret -> secret.getKey() + " is in " + file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks through every table, as a superuser. */
    private List<String> rows() throws SQLException {
        var found = new ArrayList<String>();
        try (Connection connection = RunningPlatform.shared().database("ADMIN");
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")) {
            while (tables.next()) {
                for (Map.Entry<String, String> secret : secrets.entrySet()) {
                    String sql = "select count(*) from " + tables.getString(1) + " t where strpos(t::text, ?) > 0";
                    try (var query = connection.prepareStatement(sql)) {
                        query.setString(1, secret.getValue());
                        try (ResultSet count = query.executeQuery()) {
                            count.next();
                            if (count.getLong(1) > 0) {
                                found.add(secret.getKey() + " is in " + tables.getString(1));
                            }
                        }
                    }
                }
            }
        }
        return found;
    }
}
