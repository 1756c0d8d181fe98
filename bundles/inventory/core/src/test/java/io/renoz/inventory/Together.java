package io.renoz.inventory;

import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does things at once. */
public final class Together {

    private Together() {}

    /** Starts all of them at the same moment; returns how many were not refused. */
    public static int run(Callable<?>... works) throws Exception {
        var threads = Executors.newFixedThreadPool(works.length);
        try {
            var start = new CyclicBarrier(works.length);
            List<Future<?>> running = new ArrayList<>();
            for (Callable<?> work : works) {
                running.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            int done = 0;
            for (Future<?> one : running) {
                done += succeeded(one) ? 1 : 0;
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean succeeded(Future<?> work) throws Exception {
        try {
            work.get(240, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem) {
                return false;
            }
            throw e;
        }
    }
}
