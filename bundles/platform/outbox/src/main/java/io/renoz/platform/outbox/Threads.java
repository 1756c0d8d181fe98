package io.renoz.platform.outbox;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that keep nobody from ending. */
public final class Threads {

    private Threads() {}

    /** A thread that does {@code work} once it is started. */
    public static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Threads of one pool, called {@code prefix-1} and so on. */
    public static ThreadFactory numbered(String prefix) {
        var number = new AtomicInteger();
        return work -> daemon(prefix + "-" + number.incrementAndGet(), work);
    }
}
