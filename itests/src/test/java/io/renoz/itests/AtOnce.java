package io.renoz.itests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** The same by several threads at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** What each of them got; what one of them throws is thrown. */
    static <T> List<T> run(int threads, Callable<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        var barrier = new CyclicBarrier(threads);
        Callable<T> together = () -> {
            barrier.await();
            return work.call();
        };
        try {
            var results = new ArrayList<T>();
            for (var done : pool.invokeAll(Collections.nCopies(threads, together))) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
