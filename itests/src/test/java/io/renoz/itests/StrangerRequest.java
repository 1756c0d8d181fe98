package io.renoz.itests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Requests to bad modules, where a 500 is what is expected and no answer at all is possible. */
final class StrangerRequest {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final HttpRequest request;

    private StrangerRequest(HttpRequest request) {
        this.request = request;
    }

    /** By the tenant's admin. */
    static StrangerRequest of(Tenant tenant, String method, String path) {
        URI address = URI.create(RunningPlatform.shared().url() + "/api/v1/" + path);
        return new StrangerRequest(HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + tenant.newToken())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    Answer send() throws IOException, InterruptedException {
        return answer(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** Sends it and goes on. */
    CompletableFuture<Answer> begin() {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(response -> {
            try {
                return answer(response);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        return new Answer(
                response.statusCode(), response.headers(), Client.JSON.readTree(response.body()), response.body());
    }
}
