package io.renoz.platform.rest.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts requests. Thread-safe, and cheap: a few additions a request. */
@Component(service = Figures.class)
public final class Figures {

    /** Upper bounds of the buckets of the latency histogram, in seconds. */
    static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    /** What is counted apart. */
    record Key(String module, String method, String status) {}

    /** Latencies of one module, in buckets. */
    static final class Latency {
        final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        final LongAdder nanos = new LongAdder();

        Latency() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void add(long took) {
            int i = 0;
            while (i < BOUNDS.length && took > BOUNDS[i] * 1e9) {
                i++;
            }
            buckets[i].increment();
            nanos.add(took);
        }
    }

    final Map<Key, LongAdder> requests = new ConcurrentHashMap<>();
    final Map<String, Latency> latencies = new ConcurrentHashMap<>();
    final Map<String, LongAdder> held = new ConcurrentHashMap<>();
    final Map<String, LongAdder> drains = new ConcurrentHashMap<>();
    final Map<String, LongAdder> overruns = new ConcurrentHashMap<>();
    final AtomicInteger waiting = new AtomicInteger();

    /** A request has been answered. */
    public void answered(String module, String method, int status, long nanos) {
        String name = module.isEmpty() ? "none" : module;
        requests.computeIfAbsent(new Key(name, known(method), status / 100 + "xx"), key -> new LongAdder())
                .increment();
        latencies.computeIfAbsent(name, key -> new Latency()).add(nanos);
    }

    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "OTHER";
        };
    }

    /** A request waits at a module's door; tells how many do. */
    public int held(String module) {
        held.computeIfAbsent(module, key -> new LongAdder()).increment();
        return waiting.incrementAndGet();
    }

    /** A request waits no longer. */
    public void resumed() {
        waiting.decrementAndGet();
    }

    /** How many requests wait at doors. */
    public int waiting() {
        return waiting.get();
    }

    /** A module was drained, or not within its limit. */
    public void drained(String module, boolean inTime) {
        drains.computeIfAbsent(module, key -> new LongAdder()).increment();
        if (!inTime) {
            overruns.computeIfAbsent(module, key -> new LongAdder()).increment();
        }
    }
}
