package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** kill -9 in the middle of writes, on a platform of its own. */
@DisplayName("After kill -9 during writes and another run")
class CrashIT {

    private static final int WRITERS = 6;
    private static final int WARM = 150;

    private static RunningPlatform platform;
    private static Crash crash;
    private static Client admin;

    /** Names that were acknowledged with the id, and those that were sent. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void start() {
        platform = RunningPlatform.startAt(Path.of(System.getProperty("renoz.home") + "-crash"));
        crash = new Crash(platform);
        admin = Tenant.on(platform, "customers").admin();
    }

    @AfterAll
    static void stop() {
        platform.launch("stop");
    }

    @Test
    @DisplayName("of the platform, everything acknowledged is there and nothing is half there")
    void ofThePlatform() throws Exception {
        ExecutorService writers = write(() -> Crash.kill(crash.karaf()));
        platform.launch("run", "--detach");
        nothingIsLost(writers);
    }

    @Test
    @DisplayName("of the database, everything acknowledged is there and nothing is half there")
    void ofTheDatabase() throws Exception {
        ExecutorService writers = write(() -> Crash.kill(crash.postgres()));
        platform.launch("run", "--detach");
        nothingIsLost(writers);
    }

    @Test
    @DisplayName("of both, everything acknowledged is there and nothing is half there")
    void ofBoth() throws Exception {
        ExecutorService writers = write(() -> {
            Crash.kill(crash.postgres());
            Crash.kill(crash.karaf());
        });
        platform.launch("run", "--detach");
        nothingIsLost(writers);
    }

    /** Customers with a contact and an address each, from many threads, until the kill lets no more through. */
    private ExecutorService write(Runnable kill) throws Exception {
        var pool = Executors.newFixedThreadPool(WRITERS);
        var over = new AtomicBoolean();
        var ended = new CountDownLatch(WRITERS);
        var number = new AtomicInteger();
        for (int i = 0; i < WRITERS; i++) {
            pool.execute(() -> {
                try {
                    while (!over.get()) {
                        write("crash " + System.nanoTime() + " " + number.incrementAndGet());
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() > WARM || !broken.isEmpty());
        kill.run();
        over.set(true);
        assertThat(ended.await(90, TimeUnit.SECONDS)).as("writers came back").isTrue();
        return pool;
    }

    private void write(String name) {
        sent.add(name);
        try {
            Answer answer = admin.post("customers/customers", """
                    {"name": "%s", "contacts": [{"firstName": "Ada", "lastName": "%s"}],
                     "addresses": [{"street1": "Rope Walk 1", "city": "Bristol", "postcode": "BS1 6ZJ"}]}""".formatted(name, name));
            if (answer.status() == 201) {
                acknowledged.put(name, answer.id());
            } else if (answer.status() != 503) {
                broken.add(answer.toString());
            }
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof IOException)) { // cut off, which is what a kill does
                broken.add(e.toString());
            }
        } catch (AssertionError e) {
            broken.add(e.getMessage());
        }
    }

    private void nothingIsLost(ExecutorService writers) {
        writers.shutdownNow();
        assertThat(broken)
                .as("answers that were neither success nor a proper refusal")
                .isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> admin.get("customers/customers?limit=1").status() == 200);
        var stored = new java.util.HashMap<String, JsonNode>();
        String cursor = "";
        do {
            String more = cursor.isEmpty() ? "" : "&cursor=" + ListChecks.encoded(cursor);
            Answer page = admin.get("customers/customers?limit=200" + more).expect(200);
            page.body().path("items").forEach(c -> stored.put(c.path("name").asText(), c));
            cursor = page.body().path("next").asText("");
        } while (!cursor.isEmpty());

        acknowledged.forEach((name, id) -> {
            assertThat(stored).as("acknowledged " + name).containsKey(name);
            assertThat(stored.get(name).path("id").asText()).isEqualTo(id);
        });
        assertThat(acknowledged).hasSizeGreaterThan(WARM);
        for (String name : sent) {
            if (stored.containsKey(name)) {
                whole(name, stored.get(name));
            }
        }
    }

    /** With both parts, its code and its three entries in the log. */
    private static void whole(String name, JsonNode listed) {
        JsonNode customer = admin.get("customers/customers/" + listed.path("id").asText())
                .expect(200)
                .body();
        assertThat(customer.path("contacts")).as("contacts of " + name).hasSize(1);
        assertThat(customer.path("addresses")).as("addresses of " + name).hasSize(1);
        assertThat(customer.path("customerCode").asText()).isNotEmpty();
        List<JsonNode> log = Schemas.elements(admin.get("activities/activities?customerId="
                        + customer.path("id").asText())
                .expect(200)
                .body()
                .path("items"));
        assertThat(log).as("log of " + name).hasSize(3);
    }
}
