package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A service whose interface was broken, and those who were built against it before and after. */
@DisplayName("Two major versions of a service")
class MajorVersionsIT {

    private static final Path EXAMPLE = Path.of(System.getProperty("renoz.root"), "examples", "rates");
    private static final Tenant TENANT = Tenant.with();
    private static final Client ADMIN = TENANT.admin();

    private static Path file(String folder, String name) {
        return EXAMPLE.resolve(folder).resolve("target").resolve(name);
    }

    @BeforeAll
    static void installTheFirst() {
        StrangerFolder.install(file("core-1", "rates-1.0.0.zip"), "rates.zip", "rates", "1.0.0");
        StrangerFolder.install(file("old-till", "old-till-1.0.0.zip"), "old-till.zip", "old-till", "1.0.0");
        ADMIN.put("modules/rates/enabled", "{}").expect(200);
        ADMIN.put("modules/old-till/enabled", "{}").expect(200);
        say("2020-01-01", "0.50");
        say("2024-01-01", "0.25");
    }

    @AfterAll
    static void takeAway() {
        StrangerFolder.remove("new-till.zip", "new-till");
        StrangerFolder.remove("old-till.zip", "old-till");
        StrangerFolder.remove("rates.zip", "rates");
    }

    private static void say(String since, String value) {
        ADMIN.post("rates/rates", "{\"currency\": \"DKK\", \"since\": \"%s\", \"value\": %s}".formatted(since, value))
                .expect(201);
    }

    private static Answer old() {
        return ADMIN.post("old-till/sales", "{\"currency\": \"DKK\", \"amount\": 10}");
    }

    private static Answer anew(String day) {
        return ADMIN.post("new-till/sales", "{\"currency\": \"DKK\", \"amount\": 10, \"day\": \"%s\"}".formatted(day));
    }

    private static String worth(Answer answer) {
        return answer.expect(201).body().path("worth").asText();
    }

    /** Calls the old till until the answer is run, which tells what went wrong. */
    private static CompletableFuture<String> keepAsking(AtomicBoolean enough) {
        return CompletableFuture.supplyAsync(() -> {
            String wrong = "";
            while (!enough.get()) {
                Answer answer = old();
                if (answer.status() != 201 || !worth(answer).equals("2.5")) {
                    wrong = answer.status() + " " + answer.text();
                }
            }
            return wrong;
        });
    }

    @Test
    @DisplayName(
            "are asked at once in one organization, and who asked the first notices nothing of the second's coming")
    void areThereAtOnce() {
        assertThat(worth(old())).isEqualTo("2.5");
        var enough = new AtomicBoolean();
        CompletableFuture<String> wrong = keepAsking(enough);

        StrangerFolder.install(file("core-2", "rates-2.0.0.zip"), "rates.zip", "rates", "2.0.0");
        StrangerFolder.install(file("new-till", "new-till-1.0.0.zip"), "new-till.zip", "new-till", "1.0.0");
        ADMIN.put("modules/new-till/enabled", "{}").expect(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> anew("2026-01-01").status() == 201);
        assertThat(worth(anew("2021-06-01"))).isEqualTo("5.0");
        assertThat(worth(anew("2026-01-01"))).isEqualTo("2.5");
        anew("2019-01-01").expectProblem(422, "validation-failed");
        assertThat(worth(old())).isEqualTo("2.5");
        enough.set(true);
        assertThat(wrong.join()).isEmpty();
    }
}
