package io.renoz.platform.rest.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DoorTest {

    private final Door door = new Door();

    @Test
    void isShutUntilItIsOpened() {
        assertThat(door.enter()).isFalse();
        door.open();

        assertThat(door.enter()).isTrue();
    }

    @Test
    void drainsAtOnceWhenNobodyIsInside() {
        door.open();
        door.shut();

        assertThat(door.drain(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void givesUpDrainingAfterTheLimit() {
        door.open();
        door.enter();
        door.shut();

        assertThat(door.drain(Duration.ofMillis(20))).isFalse();
    }

    @Test
    void resumesWhoWaitsOnce() {
        var resumed = new AtomicInteger();
        door.await(resumed::incrementAndGet);

        assertThat(door.open()).isEqualTo(1);
        assertThat(door.open()).isZero();
        assertThat(resumed).hasValue(1);
    }

    @Test
    void resumesAtOnceWhoComesToAnOpenDoor() {
        var resumed = new AtomicInteger();
        door.open();

        door.await(resumed::incrementAndGet);

        assertThat(resumed).hasValue(1);
    }

    @Test
    void neverLetsAnyoneInBehindADrain() throws Exception {
        var inside = new AtomicInteger();
        var broken = new AtomicBoolean();
        var stop = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(4);
        door.open();
        for (int i = 0; i < 4; i++) {
            pool.execute(() -> {
                while (!stop.get()) {
                    if (door.enter()) {
                        inside.incrementAndGet();
                        Thread.onSpinWait();
                        inside.decrementAndGet();
                        door.leave();
                    }
                }
            });
        }
        for (int swap = 0; swap < 500; swap++) {
            door.shut();
            broken.compareAndSet(false, !door.drain(Duration.ofSeconds(5)) || inside.get() != 0);
            door.open();
        }
        stop.set(true);
        pool.shutdown();

        assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        assertThat(broken).isFalse();
    }

    @Test
    void losesNobodyWhoWaitsWhileItOpensAndShuts() throws Exception {
        int each = 2_000;
        var left = new CountDownLatch(4 * each);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    door.await(left::countDown);
                }
            }));
        }
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            door.open();
            door.shut();
        }
        door.open();

        assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
