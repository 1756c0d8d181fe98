package io.renoz.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a running platform whether it is ready for requests. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final HttpRequest request;

    Readiness(String url) {
        this.request = HttpRequest.newBuilder(URI.create(url + "/health/ready"))
                .timeout(PATIENCE)
                .build();
    }

    /** True when it answers 200; anything else, also no answer, is "not yet". */
    boolean isReady() throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    /** Waits until it is ready; false when the process has ended or the time is over. */
    boolean await(ProcessHandle process, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (isReady()) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }
}
