package io.renoz.itests.inside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The platform's own front door, from the same process. Immutable. */
final class Web {

    private static final String BASE = "http://127.0.0.1:" + System.getenv("RENOZ_HTTP_PORT");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String token;

    private Web(String token) {
        this.token = token;
    }

    /** What was answered. */
    record Answer(int status, JsonNode body, Optional<String> retryAfter) {}

    static Web anonymous() {
        return new Web("");
    }

    Web as(String other) {
        return new Web(other);
    }

    Answer get(String path) {
        return begin("GET", path, "").join();
    }

    Answer post(String path, String json) {
        return begin("POST", path, json).join();
    }

    Answer delete(String path) {
        return begin("DELETE", path, "").join();
    }

    /** Sends and does not wait. */
    CompletableFuture<Answer> begin(String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(BASE + path))
                .timeout(Platform.PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(Web::answer);
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    response.headers().firstValue("Retry-After"));
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + response.body(), e);
        }
    }
}
