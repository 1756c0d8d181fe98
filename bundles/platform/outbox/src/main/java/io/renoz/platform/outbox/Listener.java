package io.renoz.platform.outbox;

import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener by its name. It stays known while its module is being replaced, so that nothing is lost meanwhile. */
final class Listener {

    private static final Logger log = LoggerFactory.getLogger(Listener.class);
    private static final long DRAIN_SECONDS = 5;

    private final String name;
    private final String module;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private volatile Set<String> events = Set.of();
    private volatile @Nullable EventListener service;
    private int inside;

    Listener(String name, String module) {
        this.name = name;
        this.module = module;
    }

    String name() {
        return name;
    }

    String module() {
        return module;
    }

    Set<String> events() {
        return events;
    }

    boolean present() {
        return service != null;
    }

    boolean hears(String event) {
        return events.stream()
                .anyMatch(pattern -> pattern.endsWith(".*")
                        ? event.startsWith(pattern.substring(0, pattern.length() - 1))
                        : pattern.equals(event));
    }

    void arrive(EventListener listener) {
        events = Set.copyOf(listener.events());
        service = listener;
    }

    /** Returns when nobody is inside the old service any more, or after five seconds. */
    void leave(EventListener listener) {
        lock.lock();
        try {
            if (service != listener) {
                return;
            }
            service = null;
            long nanos = TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
            while (inside > 0 && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
            if (inside > 0) {
                log.warn("{} goes while it handles {} events", name, inside);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /**
     * @throws Absent when the listener has just gone
     */
    void handle(DomainEvent event) {
        EventListener present;
        lock.lock();
        try {
            present = service;
            if (present == null) {
                throw new Absent(name);
            }
            inside++;
        } finally {
            lock.unlock();
        }
        try {
            present.handle(event);
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

    /** Nobody is there to hear; the event waits, and no attempt is counted. */
    static final class Absent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Absent(String name) {
            super(name + " is being replaced", null, false, false);
        }
    }
}
