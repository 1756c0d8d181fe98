package io.renoz.platform.rest.front;

import static io.renoz.platform.rest.front.FrontTest.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What callers notice of a module being replaced. */
class SwapTest {

    private static final String POLICIES = "/api/v1/warranty/policies";
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    private CompletableFuture<HttpResponse<String>> later(String path) {
        return stage.client.sendAsync(stage.to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("PLT-10: who is inside ends, who comes waits for the next version")
    void holdsAndDrains() throws Exception {
        var inside = later(POLICIES + "/slow");
        stage.policies.arrived.await(5, TimeUnit.SECONDS);
        var swap = CompletableFuture.runAsync(stage::vanish);
        while (stage.doors.find("warranty").orElseThrow().isOpen()) {
            Thread.onSpinWait();
        }
        var waiting = later(POLICIES);
        while (stage.figures.waiting() == 0) {
            Thread.onSpinWait();
        }
        assertThat(swap).isNotDone();
        stage.policies.proceed.countDown();
        swap.get(5, TimeUnit.SECONDS);

        assertThat(inside.get(5, TimeUnit.SECONDS).body()).contains("true");
        assertThat(waiting).isNotDone();
        stage.appear();
        assertThat(waiting.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("PLT-10: no request fails while the module is replaced again and again")
    void losesNoRequest() throws Exception {
        var stop = new AtomicBoolean();
        var failed = new AtomicInteger();
        var answered = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (String path : new String[] {POLICIES, POLICIES + "/async", POLICIES + "/open"}) {
            threads.add(new Thread(() -> {
                while (!stop.get()) {
                    try {
                        int status = stage.get(path).statusCode();
                        (status == 200 ? answered : failed).incrementAndGet();
                    } catch (Exception e) {
                        failed.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (int swap = 0; swap < 10; swap++) {
            int before = answered.get();
            stage.vanish();
            stage.appear();
            while (answered.get() < before + 5) {
                Thread.onSpinWait();
            }
        }
        stop.set(true);
        for (Thread thread : threads) {
            thread.join(5_000);
        }

        assertThat(failed).hasValue(0);
        assertThat(answered.get()).isGreaterThan(50);
    }

    @Test
    void letsNobodyWaitForWhatIsGone() throws Exception {
        stage.vanish();
        var waiting = later(POLICIES);
        while (stage.figures.waiting() == 0) {
            Thread.onSpinWait();
        }
        stage.deployed.remove("warranty");
        stage.doors.gone("warranty");

        isProblem(waiting.get(5, TimeUnit.SECONDS), 404, "not-found");
        isProblem(stage.get(POLICIES), 404, "not-found");
    }

    @Test
    void letsNobodyWaitForAPlatformThatEnds() throws Exception {
        stage.vanish();
        var waiting = later(POLICIES);
        while (stage.figures.waiting() == 0) {
            Thread.onSpinWait();
        }
        stage.doors.stop();

        isProblem(waiting.get(5, TimeUnit.SECONDS), 503, "unavailable");
        isProblem(stage.get(POLICIES), 503, "unavailable");
    }
}
