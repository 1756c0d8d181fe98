package io.renoz.platform.rest.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests and answers through the whole HTTP side. */
class FrontTest {

    private static final String POLICIES = "/api/v1/warranty/policies";
    private static final String GOOD = "{\"code\":\"A\",\"kind\":\"full_cover\",\"months\":12,\"price\":9.5}";
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() throws Exception {
        stage.close();
    }

    static void show(HttpResponse<String> answer) {
        System.err.println(answer.request().method() + " " + answer.uri().getPath() + " -> " + answer.statusCode() + " " + answer.headers().map() + "\n   " + answer.body());
    }

    @Test
    void explores() throws Exception {
        show(stage.post(POLICIES, GOOD));
        show(stage.get(POLICIES));
        show(stage.get(POLICIES + "?limit=0"));
        show(stage.get(POLICIES + "?limit=1&limit=2"));
        show(stage.get(POLICIES + "/" + UUID.randomUUID()));
        show(stage.get(POLICIES + "/nonsense"));
        show(stage.get("/api/v1/nothing/x"));
        show(stage.get("/api/v1/asleep/x"));
        show(stage.post(POLICIES, "{\"code\":"));
        show(stage.post(POLICIES, ""));
        show(stage.post(POLICIES, "{}"));
        show(stage.post(POLICIES, "[]"));
        show(stage.post(POLICIES, "null"));
        show(stage.post(POLICIES, "{\"code\":1,\"kind\":\"x\",\"months\":\"1\",\"price\":\"2\",\"starts\":5,\"oops\":{\"a\":1},\"contacts\":[{\"lastName\":\"refuse\"}]}"));
        show(stage.post(POLICIES, "{\"code\":\"A\",\"kind\":\"full_cover\",\"months\":1,\"contacts\":[{\"lastName\":\"x\"},{\"lastName\":\"\",\"email\":\"no\"},null]}"));
        show(stage.post(POLICIES, "{\"code\":\"A\",\"kind\":\"full_cover\",\"months\":1,\"contacts\":[{\"lastName\":\"x\"},{\"lastName\":\"refuse\"}]}"));
        show(stage.post(POLICIES + "/bulk", "{\"items\":[" + GOOD + ",{\"code\":\"\",\"kind\":\"full_cover\",\"months\":0}]}"));
        show(stage.post(POLICIES + "/bulk", "{\"items\":[]}"));
        show(stage.send(stage.to(POLICIES).POST(HttpRequest.BodyPublishers.ofString("x")).header("Content-Type", "text/plain")));
        show(stage.send(stage.to(POLICIES).POST(HttpRequest.BodyPublishers.ofString(GOOD))));
        show(stage.send(stage.to(POLICIES).method("PUT", HttpRequest.BodyPublishers.ofString("{}"))));
        show(stage.send(stage.to(POLICIES).header("Accept", "text/csv")));
        show(stage.send(stage.to(POLICIES).setHeader("Authorization", "Bearer wrong")));
        show(stage.send(stage.to(POLICIES + "/open?n=x").setHeader("Authorization", "Bearer wrong")));
        show(stage.send(stage.to(POLICIES + "/open?day=x").setHeader("Authorization", "Bearer wrong")));
        show(stage.send(stage.to(POLICIES + "/open").setHeader("Authorization", "Bearer wrong")));
        show(stage.get(POLICIES + "/async"));
        show(stage.post(POLICIES + "/fail/23505", ""));
        show(stage.post(POLICIES + "/fail/57014", ""));
        show(stage.post(POLICIES + "/race", ""));
        show(stage.post(POLICIES + "/break", ""));
        show(stage.get(POLICIES + "?_method=DELETE"));
        show(stage.send(stage.to(POLICIES).method("OPTIONS", HttpRequest.BodyPublishers.noBody())));
        show(stage.send(stage.to(POLICIES).method("TRACE", HttpRequest.BodyPublishers.noBody())));
        show(stage.send(stage.to(POLICIES).method("HEAD", HttpRequest.BodyPublishers.noBody())));
        show(stage.get(POLICIES + "?_wadl"));
        show(stage.get("/api/v1/services"));
        show(stage.get("/api/v1/"));
        String big = "{\"code\":\"" + "x".repeat(1_100_000) + "\"}";
        show(stage.post(POLICIES, big));
        show(stage.send(stage.to(POLICIES).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(big.getBytes())))));
        assertThat(stage).isNotNull();
    }
}
