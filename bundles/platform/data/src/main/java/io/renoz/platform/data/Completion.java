package io.renoz.platform.data;

import java.util.function.IntConsumer;
import javax.transaction.Synchronization;

/** What happens when a transaction has ended, whichever way. */
record Completion(IntConsumer then) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        then.accept(status);
    }
}
