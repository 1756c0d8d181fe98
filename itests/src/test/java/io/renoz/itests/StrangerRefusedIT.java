package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules that break a rule: refused before anything of them is there, or contained when it shows at work. */
@DisplayName("A bad module")
class StrangerRefusedIT {

    private final Tenant tenant = Tenant.with("customers");
    private final Client admin = tenant.admin();
    private final String customer = admin.post("customers/customers", "{\"name\": \"Secret Client\"}")
            .expect(201)
            .id();

    /** What is done while a module is there. */
    @FunctionalInterface
    private interface Story {
        void tell() throws Exception;
    }

    private static void withModule(String name, Story story) throws Exception {
        String file = "bad-" + name + ".jar";
        try {
            StrangerFolder.install(StrangerFolder.bad(name), file, "bad-" + name, "1.0.0");
            story.tell();
        } finally {
            StrangerFolder.remove(file, "bad-" + name);
        }
    }

    private void enable(Tenant to, String name) {
        to.admin().put("modules/bad-" + name + "/enabled", "{}").expect(200);
    }

    private void othersServe() {
        admin.get("customers/customers/" + customer).expect(200);
        admin.post("customers/customers", "{\"name\": \"Next\"}").expect(201);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no-rls         | bad_no_rls.things   | row level security",
                "single-fk      | bad_single_fk.parts | does not lead to the same organization",
                "foreign-schema | customers.squatters | is outside schema bad_foreign_schema",
            })
    @DisplayName("is refused for what its changelog does, in words, and leaves nothing")
    void isRefused(String name, String table, String reason) throws SQLException {
        String file = "bad-" + name + ".jar";
        StrangerFolder.drop(StrangerFolder.bad(name), file);

        String told = StrangerFolder.awaitRefusal(file);

        assertThat(told).contains("isolation-refused").contains(table).contains(reason);
        assertThat(StrangerFolder.deployed("bad-" + name)).isEmpty();
        assertThat(exists(table)).isFalse();
        admin.put("modules/bad-" + name + "/enabled", "{}").expectProblem(422, "unknown-module");
        othersServe();
        StrangerFolder.remove(file, "bad-" + name);
    }

    private static boolean exists(String table) throws SQLException {
        try (Connection connection = RunningPlatform.shared().database("OWNER");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    @DisplayName("does not see the tables of another, although it runs in the same process")
    void doesNotPeek() throws Exception {
        withModule("peeks", () -> {
            enable(tenant, "peeks");

            Answer answer =
                    StrangerRequest.of(tenant, "GET", "bad-peeks/things").send();

            answer.expectProblem(500, "internal-error");
            assertThat(answer.text()).doesNotContain("Secret Client").doesNotContain("denied");
            othersServe();
        });
    }

    @Test
    @DisplayName("that breaks answers 500 with the id of the request, tells nothing and stores nothing")
    void breaks() throws Exception {
        withModule("throws", () -> {
            enable(tenant, "throws");

            Answer answer =
                    StrangerRequest.of(tenant, "POST", "bad-throws/things").send();

            answer.expectProblem(500, "internal-error");
            assertThat(answer.text()).doesNotContain("1234").doesNotContain("Exception");
            assertThat(answer.body().path("instance").asText())
                    .isEqualTo(answer.header("X-Request-Id").orElseThrow());
            assertThat(count(tenant, "bad-throws/things")).isZero();
            othersServe();
        });
    }

    private static int count(Tenant of, String path) {
        return of.admin().get(path).expect(200).body().path("count").asInt();
    }

    @Test
    @DisplayName("that never returns keeps its own callers only, and can be switched off and taken away all the same")
    void neverReturns() throws Exception {
        withModule("never-returns", () -> {
            enable(tenant, "never-returns");
            List<CompletableFuture<Answer>> stuck = IntStream.range(0, 8)
                    .mapToObj(i -> StrangerRequest.of(tenant, "GET", "bad-never-returns/things")
                            .begin())
                    .toList();

            IntStream.range(0, 50).forEach(i -> othersServe());
            assertThat(stuck)
                    .allMatch(answer -> !answer.isDone() || answer.join().status() >= 503);
            admin.delete("modules/bad-never-returns/enabled").expect(200);
            admin.get("bad-never-returns/things").expectProblem(404, "module-not-enabled");
        });

        assertThat(admin.get("bad-never-returns/things").status()).isEqualTo(404);
        othersServe();
    }

    @Test
    @DisplayName("neither writes nor reads in another organization, whatever it says")
    void staysInItsOrganization() throws Exception {
        withModule("wrong-tenant", () -> {
            Tenant other = Tenant.with("bad-wrong-tenant");
            enable(tenant, "wrong-tenant");
            String own = "bad-wrong-tenant/things/" + tenant.id();

            admin.post(own).expect(204);
            StrangerRequest.of(other, "POST", own).send().expectProblem(500, "internal-error");

            assertThat(count(tenant, own)).isEqualTo(1);
            assertThat(count(other, own)).isZero();
            othersServe();
        });
    }
}
