package io.renoz.settings.webhook;

import io.renoz.settings.webhook.Targets.Forbidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Sends a message once, outside of any transaction. */
@Component(service = Sender.class)
public final class Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_ERROR = 500;

    private final Targets targets;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Poster http;

    @Activate
    public Sender(@Reference Targets targets, @Reference Clock clock) throws NoSuchAlgorithmException {
        this(targets, clock, SSLContext.getDefault(), PATIENCE);
    }

    Sender(Targets targets, Clock clock, SSLContext secure, Duration patience) {
        this.targets = targets;
        this.clock = clock;
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "renoz-webhook-timer");
            thread.setDaemon(true);
            return thread;
        });
        http = new Poster(secure, timer, patience);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
        http.close();
    }

    /** SET-23: good is what answers 2xx in time. */
    Attempt send(Message message) {
        long began = System.nanoTime();
        try {
            byte[] body = message.body().text().getBytes(StandardCharsets.UTF_8);
            HttpAnswer answer = http.send(targets.of(message.url()), headers(message, body), body);
            return new Attempt(
                    answer.status(),
                    answer.excerpt(),
                    since(began),
                    answer.good() ? null : "The answer was " + answer.status() + ".");
        } catch (Forbidden e) {
            return new Attempt(null, null, since(began), "forbidden-target: " + e.reason());
        } catch (IOException e) {
            String error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Attempt(
                    null,
                    null,
                    since(began),
                    error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error);
        }
    }

    private static int since(long began) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private Map<String, String> headers(Message message, byte[] body) {
        var headers = new LinkedHashMap<String, String>(message.headers());
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Renoz-Webhooks/1");
        headers.put("X-Renoz-Event-Id", message.eventId().toString());
        headers.put("X-Renoz-Event-Type", message.eventType());
        headers.put("X-Renoz-Signature", message.secret().signature(clock.instant(), body));
        return headers;
    }
}
