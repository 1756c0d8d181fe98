package io.renoz.platform.rest.front;

import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.health.Figures;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests wait at a shut door, without a thread and not for ever. */
final class Waiting {

    private static final Logger log = LoggerFactory.getLogger(Waiting.class);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST = 2_000;

    private final Doors doors;
    private final Figures figures;

    Waiting(Doors doors, Figures figures) {
        this.doors = doors;
        this.figures = figures;
    }

    /** Lets the request wait, and come again when the door has moved; false when waiting makes no sense (any more). */
    boolean hold(Door door, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        long left = LONGEST - Math.max(visit.waited(), door.shutFor());
        if (left <= 0
                || door.isGone()
                || doors.stopping()
                || figures.waiting() >= MOST
                || !request.isAsyncSupported()) {
            return false;
        }
        figures.held(visit.module());
        visit.suspended(true);
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(Math.max(TimeUnit.NANOSECONDS.toMillis(left), 1));
        var resumed = new AtomicBoolean();
        Runnable resume = () -> {
            if (resumed.compareAndSet(false, true)) {
                figures.resumed();
                dispatch(context);
            }
        };
        var end = new Once(() -> {
            if (door.cancel(resume)) {
                resume.run(); // its time is over: it comes again, and finds that it has waited enough
            }
        });
        end.follow(context);
        door.await(resume);
        return true;
    }

    private static void dispatch(AsyncContext context) {
        try {
            context.dispatch();
        } catch (IllegalStateException e) {
            log.debug("A request that had waited is gone: {}", e.toString());
        }
    }
}
