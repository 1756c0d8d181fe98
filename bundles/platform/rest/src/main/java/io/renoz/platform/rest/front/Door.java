package io.renoz.platform.rest.front;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The door of something that can be taken away and come back: it counts who is inside, and while it is shut lets those who
 * come wait without a thread. Thread-safe.
 */
public final class Door {

    private enum State {
        OPEN,
        SHUT,
        GONE
    }

    private final AtomicInteger inside = new AtomicInteger();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private volatile State state = State.SHUT;
    private volatile long shutAt = System.nanoTime();

    /** Goes in, if the door is open; each one that went in leaves once. */
    public boolean enter() {
        inside.incrementAndGet(); // first count, then look: whoever shuts the door does it the other way round
        if (state == State.OPEN) {
            return true;
        }
        leave();
        return false;
    }

    /** Goes out. */
    public void leave() {
        if (inside.decrementAndGet() == 0 && state != State.OPEN) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Runs {@code resume} once when the door next opens or what is behind it goes for good; at once if it is open. */
    void await(Runnable resume) {
        waiting.add(resume);
        if (state != State.SHUT && waiting.remove(resume)) {
            resume.run();
        }
    }

    /** Gives up waiting; false when it was about to be resumed already. */
    boolean cancel(Runnable resume) {
        return waiting.remove(resume);
    }

    /** Lets everybody in; tells how many had waited. */
    public int open() {
        return change(State.OPEN);
    }

    /** Nobody waits any more, and nobody gets in. */
    int gone() {
        return change(State.GONE);
    }

    private synchronized int change(State next) {
        state = next;
        notifyAll();
        return release();
    }

    /** Sends those who wait to look again. */
    int release() {
        int released = 0;
        for (Runnable resume = waiting.poll(); resume != null; resume = waiting.poll()) {
            resume.run();
            released++;
        }
        return released;
    }

    /** Lets nobody in from now on. */
    public void shut() {
        if (state == State.OPEN) {
            shutAt = System.nanoTime();
            state = State.SHUT;
        }
    }

    /** Waits until those inside have left; false when some are still there after the limit. */
    public synchronized boolean drain(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (inside.get() > 0) {
            if (!sleepUntil(deadline)) {
                return inside.get() == 0;
            }
        }
        return true;
    }

    /** Waits with the calling thread until the door is open; false when it is not after the limit. */
    public synchronized boolean awaitOpen(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (state != State.OPEN) {
            if (state == State.GONE || !sleepUntil(deadline)) {
                return state == State.OPEN;
            }
        }
        return true;
    }

    private boolean sleepUntil(long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isGone() {
        return state == State.GONE;
    }

    int inside() {
        return inside.get();
    }

    /** Nanoseconds since it was shut. */
    long shutFor() {
        return System.nanoTime() - shutAt;
    }
}
