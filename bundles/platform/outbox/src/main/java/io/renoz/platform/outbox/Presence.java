package io.renoz.platform.outbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service that comes and goes while its module is replaced, and those inside it. Thread-safe. */
public final class Presence<S> {

    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final long DRAIN_SECONDS = 5;

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private volatile @Nullable S service;
    private int inside;

    /** Nobody yet; {@code name} is for people. */
    public Presence(String name) {
        this.name = name;
    }

    /** Nobody is there: nothing was tried, and it should be later. */
    public static final class Absent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Absent(String name) {
            super(name + " is being replaced", null, false, false);
        }
    }

    public boolean present() {
        return service != null;
    }

    public void arrive(S arriving) {
        service = arriving;
    }

    /** Returns when nobody is inside the service any more, or after five seconds; does nothing when another is there. */
    public void leave(S leaving) {
        lock.lock();
        try {
            if (service != leaving) {
                return;
            }
            service = null;
            long nanos = TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
            while (inside > 0 && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
            if (inside > 0) {
                log.warn("{} goes while {} are inside", name, inside);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does something with the service, which stays as long.
     *
     * @throws Absent when it has just gone
     */
    public <T extends @Nullable Object> T with(Function<? super S, ? extends T> work) {
        S present = enter();
        try {
            return work.apply(present);
        } finally {
            lock.lock();
            try {
                inside--;
                left.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private S enter() {
        lock.lock();
        try {
            S present = service;
            if (present == null) {
                throw new Absent(name);
            }
            inside++;
            return present;
        } finally {
            lock.unlock();
        }
    }
}
