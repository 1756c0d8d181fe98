package io.renoz.orders;

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

    /** Starts all of them at the same moment; returns what came of those that were not refused. */
    public static <T> List<T> run(List<Callable<T>> works) throws Exception {
        var threads = Executors.newFixedThreadPool(works.size());
        try {
            var start = new CyclicBarrier(works.size());
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> work : works) {
                running.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                try {
                    done.add(one.get(60, TimeUnit.SECONDS));
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof Problem)) {
                        throw e;
                    }
                }
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
