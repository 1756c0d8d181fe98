package io.renoz.itests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls the API with one token, and holds every refusal against {@link Problems}. Immutable. */
final class Client {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;
    private final List<String> headers;

    private Client(String base, List<String> headers) {
        this.base = base;
        this.headers = List.copyOf(headers);
    }

    /** Without a token. */
    static Client anonymous() {
        return at(RunningPlatform.shared());
    }

    /** Without a token, to a platform of one's own. */
    static Client at(RunningPlatform platform) {
        return new Client(platform.url() + "/api/v1/", List.of());
    }

    /** With the operator's. */
    static Client operator() {
        return anonymous().token(RunningPlatform.OPERATOR_TOKEN);
    }

    Client token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with one more header. */
    Client with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Client(base, more);
    }

    Client ifMatch(String etag) {
        return with("If-Match", etag);
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    Answer post(String path, String json) {
        return send("POST", path, json, "application/json");
    }

    Answer post(String path) {
        return send("POST", path, null, null);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json, "application/json");
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, json, "application/merge-patch+json");
    }

    Answer send(String method, String path, String body, String type) {
        return exchange(
                method,
                path,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body),
                type);
    }

    /** Sends a form with a file. */
    Answer send(String method, String path, Form form) {
        return exchange(method, path, HttpRequest.BodyPublishers.ofByteArray(form.bytes()), form.type());
    }

    /** The same without telling beforehand how long the body is. */
    Answer sendInPieces(String method, String path, String body, String type) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange(
                method, path, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), type);
    }

    private Answer exchange(String method, String path, HttpRequest.BodyPublisher body, String type) {
        var builder = HttpRequest.newBuilder(URI.create(base).resolve(path)).timeout(Duration.ofSeconds(60));
        if (type != null) {
            builder.header("Content-Type", type);
        }
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        builder.method(method, body);
        try {
            HttpResponse<String> response = HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers(), json(response), response.body());
            Problems.check(method + " " + path, answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        try {
            return json ? JSON.readTree(response.body()) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON although it says so: " + response.body(), e);
        }
    }
}
