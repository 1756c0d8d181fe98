package io.renoz.platform.rest.front;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;

/** Runs something once, when an asynchronous request ends, fails or runs out of time, whichever is first. */
final class Once implements AsyncListener {

    private final Runnable then;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile boolean following;

    Once(Runnable then) {
        this.then = then;
    }

    /** Waits for the end of an asynchronous request, of whose cycles there may be several. */
    void follow(AsyncContext context) {
        following = true;
        context.addListener(this);
    }

    /** Runs it now, unless it follows an asynchronous request. */
    void runUnlessFollowing() {
        if (!following) {
            done();
        }
    }

    private void done() {
        if (done.compareAndSet(false, true)) {
            then.run();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        done();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        done();
    }

    @Override
    public void onError(AsyncEvent event) {
        done();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
