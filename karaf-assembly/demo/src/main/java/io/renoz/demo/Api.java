package io.renoz.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The REST API as one caller sees it: JSON in, JSON out, and {@link Refused} for everything else. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATCH = "application/merge-patch+json";

    private final HttpClient http;
    private final URI root;
    private final Optional<String> token;

    private Api(HttpClient http, URI root, Optional<String> token) {
        this.http = http;
        this.root = root;
        this.token = token;
    }

    /** Without sign-in; {@code root} ends with a slash. */
    static Api at(URI root) {
        return new Api(HttpClient.newBuilder().connectTimeout(PATIENCE).build(), root, Optional.empty());
    }

    /** The same for who holds a token. */
    Api as(String bearer) {
        return new Api(http, root, Optional.of(bearer));
    }

    JsonNode get(String path) {
        return send("GET", path, Optional.empty(), Optional.empty());
    }

    JsonNode post(String path, JsonNode body) {
        return send("POST", path, Optional.of(body), Optional.empty());
    }

    JsonNode put(String path, JsonNode body) {
        return send("PUT", path, Optional.of(body), Optional.empty());
    }

    /** Changes what was read a moment ago. */
    JsonNode patch(String path, JsonNode read, JsonNode change) {
        return send(
                "PATCH",
                path,
                Optional.of(change),
                Optional.of(read.get("version").asText()));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private JsonNode send(String method, String path, Optional<JsonNode> body, Optional<String> version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .method(method, body.map(this::publisher).orElseGet(HttpRequest.BodyPublishers::noBody));
        body.ifPresent(json -> request.header("Content-Type", method.equals("PATCH") ? PATCH : "application/json"));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        version.ifPresent(number -> request.header("If-Match", '"' + number + '"'));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer(method + " " + path, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(root + " does not answer; './renoz run --detach' starts the platform", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private HttpRequest.BodyPublisher publisher(JsonNode json) {
        return HttpRequest.BodyPublishers.ofString(json.toString());
    }

    private static JsonNode answer(String call, int status, String body) {
        JsonNode json = parse(body);
        if (status / 100 != 2) {
            String type = json.path("type").asText();
            throw new Refused(call, status, type.substring(type.lastIndexOf(':') + 1), body);
        }
        return json;
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? object() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The answer is no JSON: " + body, e);
        }
    }
}
