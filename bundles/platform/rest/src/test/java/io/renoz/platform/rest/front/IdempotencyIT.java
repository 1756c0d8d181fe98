package io.renoz.platform.rest.front;

import static io.renoz.platform.rest.front.FrontTest.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.testing.TestPlatform;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Repeated requests, over a real database. */
@DisplayName("PLT-08: the first answer of a POST is the answer of every repetition")
class IdempotencyIT {

    private static final String POLICIES = "/api/v1/warranty/policies";
    private static final String GOOD = "{\"code\":\"A\",\"kind\":\"full_cover\",\"months\":12,\"price\":9.5}";
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage(
                TestPlatform.shared().transactions(), TestPlatform.shared().databases());
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    private static HttpResponse<String> post(String path, String body, String key) throws Exception {
        return stage.post(path, body, "Idempotency-Key", key);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void replaysWhatWasCreated() throws Exception {
        String key = UUID.randomUUID().toString();

        var first = post(POLICIES, GOOD, key);
        var second = post(POLICIES, GOOD, key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(header(second, "Location")).isEqualTo(header(first, "Location"));
        assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(header(second, "Content-Type")).isEqualTo("application/json");
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(first, "Idempotency-Replayed")).isEmpty();
        assertThat(second.body()).contains("9.50", header(first, "Location").substring(POLICIES.length() + 1));
        assertThat(second.body()).as("to the byte").isEqualTo(first.body());
    }

    @Test
    void refusesTheKeyForAnotherRequest() throws Exception {
        String key = UUID.randomUUID().toString();
        post(POLICIES, GOOD, key);

        isProblem(post(POLICIES, GOOD.replace("12", "13"), key), 422, "idempotency-mismatch");
        isProblem(post(POLICIES + "/race", "", key), 422, "idempotency-mismatch");
    }

    @Test
    void replaysARefusal() throws Exception {
        String key = UUID.randomUUID().toString();
        String cancel = header(stage.post(POLICIES, GOOD), "Location") + "/void";

        var first = post(cancel, "{\"text\":\"again\"}", key);
        isProblem(first, 409, "invalid-transition");
        var second = post(cancel, "{\"text\":\"again\"}", key);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(second, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(second.body()).as("to the byte").isEqualTo(first.body());
    }

    @Test
    void freesTheKeyOfARequestThatFailed() throws Exception {
        String key = UUID.randomUUID().toString();

        isProblem(post(POLICIES + "/break", "", key), 500, "internal-error");
        var second = post(POLICIES + "/break", "", key);

        assertThat(header(second, "Idempotency-Replayed")).isEmpty();
    }

    @Test
    void keepsNoSecrets() throws Exception {
        String key = UUID.randomUUID().toString();

        assertThat(post(POLICIES + "/keys", "", key).body())
                .isNotEqualTo(post(POLICIES + "/keys", "", key).body());
    }

    @Test
    void tellsThatTheFirstStillRuns() throws Exception {
        String key = UUID.randomUUID().toString();
        var first = stage.client.sendAsync(
                stage.to(POLICIES + "/wait")
                        .header("Idempotency-Key", key)
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        stage.policies.arrived.await(5, TimeUnit.SECONDS);

        isProblem(post(POLICIES + "/wait", "", key), 409, "request-running");
        stage.policies.proceed.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void isOfNoUseToAnotherCaller() throws Exception {
        stage.tokens.put("other", stage.tokens.get("all"));
        String key = UUID.randomUUID().toString();
        post(POLICIES, GOOD, key);

        var other = stage.send(stage.to(POLICIES)
                .setHeader("Authorization", "Bearer other")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(GOOD)));

        assertThat(header(other, "Idempotency-Replayed")).isEmpty();
    }

    @Test
    void writesWhatOperatorsDo() throws Exception {
        String path = "/api/v1/operator/organizations/" + Stage.ACME + "/close";

        var answer = stage.send(stage.to(path)
                .setHeader("Authorization", "Bearer op")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        try (var connection = TestPlatform.shared().databases().platform().getConnection();
                var query = connection.prepareStatement(
                        "select token_name, act, organization, details->>'path' from platform.operator_audit"
                                + " where request_id = ?")) {
            query.setString(1, header(answer, "X-Request-Id"));
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("host");
            assertThat(row.getString(2)).isEqualTo("POST /organizations/{id}/close");
            assertThat(row.getObject(3)).isEqualTo(Stage.ACME);
            assertThat(row.getString(4)).isEqualTo(path);
        }
    }

    private static HttpResponse<String> upload(String boundary, String content, String key) throws Exception {
        String form = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nLog\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return stage.send(stage.to("/api/v1/warranty/files")
                .POST(BodyPublishers.ofString(form))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key));
    }

    @Test
    void knowsAFileThatIsSentAgainByWhatIsInIt() throws Exception {
        String key = UUID.randomUUID().toString();

        var first = upload("one", "content", key);
        var second = upload("two", "content", key);
        var other = upload("three", "other content", key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        FrontTest.isProblem(other, 422, "idempotency-mismatch");
    }
}
