package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code ./renoz demo}. */
@DisplayName("The demonstration")
class DemoIT {

    private static final Path ROOT = Path.of(System.getProperty("renoz.root"));
    private static final String SLUG = "bright-spark-" + Long.toString(System.nanoTime(), 36);
    private static final Pattern LOGIN = Pattern.compile("(?m)(\\S+@bright-spark\\.example)\\s+([0-9a-f]{16})$");

    private record Run(int exit, String printed) {}

    private static Run demo(String slug) throws Exception {
        RunningPlatform platform = RunningPlatform.shared();
        var builder = new ProcessBuilder(ROOT.resolve("renoz").toString(), "demo", slug).redirectErrorStream(true);
        builder.environment().put("RENOZ_HOME", platform.home().toString());
        builder.environment().put("RENOZ_HTTP_PORT", platform.url().replaceFirst(".*:", ""));
        builder.environment().put("RENOZ_OPERATOR_TOKEN", RunningPlatform.OPERATOR_TOKEN);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Run(process.exitValue(), printed);
    }

    private static Client signIn(String email, String password) {
        JsonNode session = Client.anonymous()
                .post("users/auth/login", """
                        {"organization": "%s", "email": "%s", "password": "%s"}
                        """.formatted(SLUG, email, password))
                .expect(200)
                .body();
        return Client.anonymous().token(session.path("token").asText());
    }

    @Test
    @DisplayName("makes an organization in which everybody it names can sign in and find something, and no second one")
    void makesAnOrganization() throws Exception {
        Run run = demo(SLUG);

        assertThat(run.exit()).as(run.printed()).isZero();
        List<MatchResult> logins = LOGIN.matcher(run.printed()).results().toList();
        assertThat(logins).as("logins").hasSize(10);
        List<Client> people = logins.stream()
                .map(login -> signIn(login.group(1), login.group(2)))
                .toList();
        assertThat(people).allSatisfy(person -> person.get("users/me").expect(200));
        Client owner = people.get(0);
        assertThat(total(owner, "customers/customers")).isEqualTo(120);
        assertThat(total(owner, "settings/holidays")).isEqualTo(6);
        assertThat(total(owner, "users/user-groups")).isEqualTo(4);
        assertThat(total(owner, "settings/custom-fields")).isEqualTo(2);

        Run again = demo(SLUG);

        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.printed()).contains("Give another name: ./renoz demo SLUG");
    }

    private static int total(Client client, String list) {
        return client.get(list + "?count=true&limit=1")
                .expect(200)
                .body()
                .path("total")
                .asInt();
    }
}
