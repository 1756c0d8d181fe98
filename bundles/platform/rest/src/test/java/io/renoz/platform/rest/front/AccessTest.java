package io.renoz.platform.rest.front;

import static io.renoz.platform.rest.front.FrontTest.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.platform.rest.sample.GrantResource;
import io.renoz.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who gets in. */
class AccessTest {

    private static final String POLICIES = "/api/v1/warranty/policies";
    private static final String GOOD = "{\"code\":\"A\",\"kind\":\"full_cover\",\"months\":12}";
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    private java.net.http.HttpResponse<String> as(String token, String method, String path, String body)
            throws Exception {
        return stage.send(stage.to(path)
                .setHeader("Authorization", token)
                .header("Content-Type", "application/json")
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void answersEveryBadTokenAlike() throws Exception {
        for (String header : new String[] {"Bearer wrong", "Bearer ", "Basic eA==", "Bearer a b", "Bearer op"}) {
            var answer = as(header, "GET", POLICIES, "");

            isProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.body()).contains("Send a valid bearer token.");
        }
    }

    @Test
    @DisplayName("USR-07: who has to enrol a second factor gets at what enrolling needs, and at nothing else")
    void holdsUpWhoHasToEnrol() throws Exception {
        stage.tokens.put("bare", java.util.Set.of("warranty.read", "warranty.write"));

        isProblem(as("Bearer bare", "GET", POLICIES, ""), 403, "mfa-required");
        isProblem(as("Bearer bare", "POST", POLICIES, GOOD), 403, "mfa-required");
        isProblem(as("Bearer bare", "GET", "/api/v1/openapi.json", ""), 403, "mfa-required");
        String history = "/api/v1/warranty/grants/" + GrantResource.NEW + "/history";
        assertThat(as("Bearer bare", "GET", history, "").statusCode()).isEqualTo(200);
    }

    @Test
    void asksBeforeItReads() throws Exception {
        isProblem(as("Bearer wrong", "POST", POLICIES, "no json"), 401, "unauthenticated");
        isProblem(as("Bearer reader", "POST", POLICIES, "no json"), 403, "forbidden");
    }

    @Test
    void needsTheUsualPermissionOrTheNamedOne() throws Exception {
        stage.tokens.put("writer", java.util.Set.of("warranty.write"));
        stage.tokens.put("decider", java.util.Set.of("warranty.decide"));
        String location =
                stage.post(POLICIES, GOOD).headers().firstValue("Location").orElseThrow();

        isProblem(as("Bearer writer", "GET", location, ""), 403, "forbidden");
        isProblem(as("Bearer writer", "POST", location + "/void", "{\"text\":\"x\"}"), 403, "forbidden");
        isProblem(as("Bearer writer", "DELETE", location, ""), 403, "forbidden");
        assertThat(as("Bearer decider", "POST", location + "/void", "{\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("Bearer all", "DELETE", location, "").statusCode()).isEqualTo(204);
    }

    @Test
    void letsEverybodyInWhereThatIsMeant() throws Exception {
        assertThat(stage.send(stage.to(POLICIES + "/open").setHeader("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("PLT-03: paths of a module that is off answer module-not-enabled")
    void hidesWhatIsOff() throws Exception {
        stage.on.remove("warranty");

        isProblem(stage.get(POLICIES), 404, "module-not-enabled");
        assertThat(stage.get(POLICIES).body()).contains("\"module\":\"warranty\"");
    }

    @Test
    @DisplayName("PLT-05: a module whose bundle is not active answers module-suspended")
    void saysThatAModuleSleeps() throws Exception {
        var answer = stage.get("/api/v1/asleep/x");

        isProblem(answer, 503, "module-suspended");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        isProblem(as("Bearer wrong", "GET", "/api/v1/asleep/x", ""), 401, "unauthenticated");
        stage.on.remove("asleep");
        isProblem(stage.get("/api/v1/asleep/x"), 404, "module-not-enabled");
    }

    @Test
    @DisplayName("SET-03: a suspended organization reads, and writes only what is meant to be written then")
    void readsWhileSuspended() throws Exception {
        String location =
                stage.post(POLICIES, GOOD).headers().firstValue("Location").orElseThrow();
        stage.obstacle = Optional.of("organization-suspended");

        assertThat(stage.get(location).statusCode()).isEqualTo(200);
        isProblem(stage.post(POLICIES, GOOD), 403, "organization-suspended");
        assertThat(stage.post(location + "/note", "").statusCode()).isEqualTo(204);
        stage.obstacle = Optional.of("organization-closed");
        int closed = Problem.of("organization-closed", "").status();
        isProblem(stage.get(location), closed, "organization-closed");
    }

    @Test
    void keepsThePlanesApart() throws Exception {
        var list = as("Bearer op", "GET", "/api/v1/operator/organizations", "");

        assertThat(list.body()).isEqualTo("{\"by\":\"host\"}");
        isProblem(stage.get("/api/v1/operator/organizations"), 401, "unauthenticated");
        isProblem(as("Bearer op", "GET", POLICIES, ""), 401, "unauthenticated");
    }

    @Test
    void doesNothingThatCannotBeWrittenToTheOperatorAudit() throws Exception {
        var answer = as("Bearer op", "POST", "/api/v1/operator/organizations/" + Stage.ACME + "/close", "");

        isProblem(answer, 503, "unavailable");
    }

    @Test
    void remembersTokensUntilItIsToldToForgetThem() throws Exception {
        assertThat(stage.get(POLICIES).statusCode()).isEqualTo(200);
        int before = stage.transactions.get();

        stage.get(POLICIES);

        assertThat(stage.transactions).hasValue(before + 1);
    }

    @Test
    @DisplayName("USR-18: a token learns what is left of its 100 requests a minute, and is refused beyond them")
    void countsTheRequestsOfTokens() throws Exception {
        stage.tokens.put("program", java.util.Set.of("warranty.read"));
        var first = as("Bearer program", "GET", POLICIES, "");
        for (int i = 1; i < 100; i++) {
            assertThat(as("Bearer program", "GET", POLICIES, "").statusCode()).isEqualTo(200);
        }
        var refused = as("Bearer program", "GET", POLICIES, "");

        assertThat(first.headers().firstValue("RateLimit-Remaining")).contains("99");
        isProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("RateLimit-Limit")).contains("100");
        assertThat(stage.get(POLICIES).headers().firstValue("RateLimit-Limit"))
                .as("people")
                .isEmpty();
    }

    @Test
    @DisplayName("USR-18: no token does what is for people")
    void keepsTokensFromWhatIsForPeople() throws Exception {
        stage.tokens.put("program", java.util.Set.of("*"));

        isProblem(as("Bearer program", "POST", POLICIES + "/keys", ""), 403, "forbidden");
        assertThat(stage.post(POLICIES + "/keys", "").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("USR-17: who needs what somebody lends acts on that user's behalf, in modules that are on")
    void actsOnBehalf() throws Exception {
        var anna = java.util.UUID.randomUUID();
        stage.lent.put("warranty.decide", anna);

        assertThat(as("Bearer reader", "POST", POLICIES + "/acting", "").body()).contains(anna.toString());
        assertThat(as("Bearer all", "POST", POLICIES + "/acting", "").body()).contains("null");
        assertThat(as("Bearer reader", "GET", "/api/v1/openapi.json", "").body())
                .contains("/acting");
        stage.on.remove("warranty");
        isProblem(as("Bearer reader", "POST", POLICIES + "/acting", ""), 404, "module-not-enabled");
    }
}
