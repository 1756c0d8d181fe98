package io.renoz.platform.rest.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests and answers through the whole HTTP side: what holds for every collection. */
class FrontTest {

    private static final String POLICIES = "/api/v1/warranty/policies";
    private static final String GOOD = "{\"code\":\"A\",\"kind\":\"full_cover\",\"months\":12,\"price\":9.5}";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static void isProblem(HttpResponse<String> answer, int status, String slug) throws Exception {
        JsonNode body = JSON.readTree(answer.body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(body.path("type").asText()).isEqualTo("urn:renoz:problem:" + slug);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("instance").asText()).isEqualTo(header(answer, "X-Request-Id"));
    }

    @Test
    void createsWithLocationAndVersion() throws Exception {
        var answer = stage.post(POLICIES, GOOD);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(answer.body())
                .contains("\"kind\":\"full_cover\"", "\"price\":9.50")
                .doesNotContain("starts", "null");
        assertThat(stage.get(header(answer, "Location")).body()).isEqualTo(answer.body());
    }

    @Test
    void knowsWhatTheCallerHasAlready() throws Exception {
        String location = header(stage.post(POLICIES, GOOD), "Location");

        var known = stage.send(stage.to(location).header("If-None-Match", "\"1\""));
        var other = stage.send(stage.to(location).header("If-None-Match", "\"2\""));

        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void patchesUnderTheRightVersionOnly() throws Exception {
        String location = header(stage.post(POLICIES, GOOD), "Location");

        isProblem(stage.send("PATCH", location, "{}"), 428, "precondition-required");
        isProblem(stage.send("PATCH", location, "{}", "If-Match", "\"9\""), 412, "precondition-failed");
        isProblem(stage.send("PATCH", location, "{\"code\":\"\"}", "If-Match", "\"1\""), 422, "validation-failed");
        isProblem(stage.send("PATCH", location, "[]", "If-Match", "\"1\""), 400, "malformed-request");
        var done = stage.send("PATCH", location, "{\"price\":null,\"months\":24}", "If-Match", "\"1\"");

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(header(done, "ETag")).isEqualTo("\"2\"");
        assertThat(done.body()).contains("\"months\":24").doesNotContain("price");
    }

    @Test
    void pagesThroughLinks() throws Exception {
        stage.post(POLICIES, GOOD);
        stage.post(POLICIES, GOOD);

        var page = stage.get(POLICIES + "?limit=1&cursor=0&count=true");

        assertThat(header(page, "Link")).isEqualTo("<" + POLICIES + "?limit=1&count=true&cursor=1>; rel=\"next\"");
        assertThat(JSON.readTree(page.body()).path("total").asInt()).isGreaterThan(1);
    }

    @Test
    void refusesParametersThatCannotBe() throws Exception {
        for (String query :
                new String[] {"limit=0", "limit=201", "limit=x", "limit=1&limit=2", "count=maybe", "oops=1"}) {
            isProblem(stage.get(POLICIES + "?" + query), 422, "invalid-parameter");
        }
        isProblem(stage.get(POLICIES + "/open?day=soon"), 422, "invalid-parameter");
        isProblem(stage.get(POLICIES + "/open?n=many"), 422, "invalid-parameter");
    }

    @Test
    void tellsEveryErrorOfABody() throws Exception {
        var answer = stage.post(
                POLICIES,
                "{\"code\":7,\"kind\":\"half\",\"months\":\"1\",\"price\":\"2\",\"starts\":\"31.1.\",\"oops\":{\"a\":[1]}}");

        isProblem(answer, 422, "validation-failed");
        assertThat(JSON.readTree(answer.body()).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/code", "/kind", "/months", "/price", "/starts", "/oops");
        assertThat(answer.body()).contains("one of full_cover, parts_only").doesNotContain("java", "renoz.platform");
    }

    @Test
    void pointsIntoLists() throws Exception {
        var bulk = stage.post(POLICIES + "/bulk", "{\"items\":[" + GOOD + ",{\"code\":\"\",\"kind\":\"full_cover\"}]}");
        var rule = stage.post(
                POLICIES, GOOD.replace("}", ",\"contacts\":[{\"lastName\":\"x\"},{\"lastName\":\"refuse\"}]}"));

        isProblem(bulk, 422, "validation-failed");
        assertThat(bulk.body()).contains("/items/1/code", "/items/1/months");
        isProblem(rule, 422, "validation-failed");
        assertThat(rule.body()).contains("/contacts/1/lastName", "That name is refused.");
    }

    @Test
    void tellsWhatIsNoJson() throws Exception {
        for (String body : new String[] {"", "{\"code\":", "null", "{} {}", "{\"a\":1,\"a\":2}", "[".repeat(40)}) {
            isProblem(stage.post(POLICIES, body), 400, "malformed-request");
        }
        isProblem(stage.post(POLICIES, "[]"), 422, "validation-failed");
    }

    @Test
    void takesBodiesOfTheRightKindAndSizeOnly() throws Exception {
        String big = "{\"code\":\"" + "x".repeat(1_100_000) + "\"}";
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big.getBytes(StandardCharsets.UTF_8)));

        isProblem(
                stage.send(
                        stage.to(POLICIES).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
        isProblem(stage.post(POLICIES, big), 413, "payload-too-large");
        isProblem(
                stage.send(stage.to(POLICIES)
                        .header("Content-Type", "application/json")
                        .POST(chunked)),
                413,
                "payload-too-large");
    }

    @Test
    void refusesOtherMethodsAndMediaTypes() throws Exception {
        var put = stage.send("PUT", POLICIES, "{}");

        isProblem(put, 405, "method-not-allowed");
        assertThat(header(put, "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        isProblem(stage.send("TRACE", POLICIES, ""), 405, "method-not-allowed");
        isProblem(stage.send(stage.to(POLICIES).header("Accept", "text/csv")), 406, "not-acceptable");
        assertThat(stage.send("OPTIONS", POLICIES, "").statusCode()).isEqualTo(204);
        assertThat(stage.send("HEAD", POLICIES, "").body()).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        isProblem(stage.get(POLICIES + "/" + UUID.randomUUID()), 404, "not-found");
        isProblem(stage.get(POLICIES + "/nonsense"), 404, "not-found");
        isProblem(stage.get("/api/v1/nothing/x"), 404, "not-found");
        isProblem(stage.get("/api/v1/"), 404, "not-found");
        isProblem(stage.get("/api/v1/services"), 404, "not-found");
    }

    @Test
    void standsHeadersThatAreNone() throws Exception {
        assertThat(stage.send(stage.to(POLICIES).header("Accept", "nonsense")).statusCode())
                .isEqualTo(200);
        isProblem(
                stage.send(stage.to(POLICIES).header("Content-Type", "nonsense").POST(BodyPublishers.ofString(GOOD))),
                415,
                "unsupported-media-type");
    }

    @Test
    void doesNotLetHeadersChangeTheMethod() throws Exception {
        String there = header(stage.post(POLICIES, GOOD), "Location");

        stage.send(stage.to(there).header("X-HTTP-Method-Override", "DELETE"));

        assertThat(stage.get(there).statusCode()).isEqualTo(200);
        assertThat(stage.get(there + "?_method=DELETE").statusCode()).isEqualTo(200);
        assertThat(stage.get(there).statusCode()).isEqualTo(200);
    }

    @Test
    void tearsOffAnAnswerThatCannotBeFinished() {
        assertThatThrownBy(() -> stage.get(POLICIES + "/torn")).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAQueryThatIsNone() throws Exception {
        for (String query : List.of("%", "limit=%4", "a=%zz")) {
            assertThat(raw("GET " + POLICIES + "?" + query))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json");
        }
    }

    /** An answer to a request that a well-behaved client would not send. */
    private static String raw(String line) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port())) {
            String head = line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer all\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTheConnectionWhenABodyIsNotWanted() throws Exception {
        for (String address : List.of("/api/v1/openapi.json", POLICIES, POLICIES + "/nothing/here")) {
            keepsTheConnection("POST " + address + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n");
        }
    }

    private static void keepsTheConnection(String unwanted) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port())) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(unwanted.getBytes(StandardCharsets.US_ASCII));
                var body = CompletableFuture.supplyAsync(
                        () -> "{}".getBytes(StandardCharsets.US_ASCII),
                        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
                socket.getOutputStream().write(body.get());

                assertThat(in.readLine()).startsWith("HTTP/1.1 4");
                skip(in);
            }
        }
    }

    /** Reads the rest of an answer. */
    private static void skip(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        assertThat(in.skip(length)).isEqualTo(length);
    }

    @Test
    void doesNotLetTheQueryChangeTheMethod() throws Exception {
        assertThat(stage.get(POLICIES + "/open?_type=xml").statusCode()).isEqualTo(200);
        assertThat(stage.get(POLICIES + "/open?_method=DELETE").statusCode()).isEqualTo(200);
    }

    @Test
    void answersFaultsWithoutTellingOfThem() throws Exception {
        var answer = stage.post(POLICIES + "/break", "");

        isProblem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("IndexOutOf", "java");
    }

    @Test
    void repeatsWhatLostARace() throws Exception {
        assertThat(stage.post(POLICIES + "/race", "").body()).isEqualTo("{\"attempts\":3}");
    }

    @Test
    void answersAsynchronously() throws Exception {
        assertThat(stage.get(POLICIES + "/async").body()).isEqualTo("{\"later\":true}");
    }

    @Test
    void takesABodyThatMayBeMissing() throws Exception {
        String location = header(stage.post(POLICIES, GOOD), "Location");

        assertThat(stage.send(stage.to(location + "/note").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(stage.post(location + "/note", "{\"text\":\"x\"}").statusCode())
                .isEqualTo(204);
        isProblem(stage.post(location + "/note", "{\"text\":\"\"}"), 422, "validation-failed");
    }

    @Test
    void echoesAGoodRequestIdAndMakesOneForABadOne() throws Exception {
        String id = UUID.randomUUID().toString();

        assertThat(header(stage.send(stage.to(POLICIES).header("X-Request-Id", id)), "X-Request-Id"))
                .isEqualTo(id);
        assertThat(header(stage.send(stage.to(POLICIES).header("X-Request-Id", "42")), "X-Request-Id"))
                .hasSize(36)
                .contains("-7");
    }

    @Test
    void servesTheKernelsOwnResourcesBesideModules() throws Exception {
        stage.tokens.put("manager", java.util.Set.of("modules.read"));
        var list = stage.send(stage.to("/api/v1/modules").setHeader("Authorization", "Bearer manager"));

        assertThat(list.body()).contains(Stage.ACME.toString());
        assertThat(header(list, "ETag")).isEqualTo("\"7.1\"");
        assertThat(header(list, "Link")).contains("cursor=more");
        assertThat(stage.send(stage.to("/api/v1/modules")
                                .setHeader("Authorization", "Bearer manager")
                                .header("If-None-Match", "\"7.1\""))
                        .statusCode())
                .isEqualTo(304);
        assertThat(stage.send("PUT", "/api/v1/modules/x/enabled", "").body()).isEqualTo("{\"name\":\"x\"}");
    }

    @Test
    void setsHeadersThatKeepBrowsersFromGuessing() throws Exception {
        var answer = stage.get(POLICIES);

        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
    }
}
