package io.renoz.data;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562): 48 bits of milliseconds and a counter of 12 bits, then random. Those of one process sort in
 * the order in which they were made. Thread-safe.
 */
public final class Ids {

    /** Milliseconds and counter of the newest; a full counter borrows from the next millisecond. */
    private static final AtomicLong NEWEST = new AtomicLong();

    private Ids() {}

    /** A new one. */
    public static UUID next() {
        long tick = NEWEST.updateAndGet(newest -> Math.max(newest + 1, System.currentTimeMillis() << 12));
        long high = (tick >>> 12 << 16) | 0x7000 | (tick & 0xFFF);
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(high, (random & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
