package io.renoz.job;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs the jobs of all modules; what is asked for here is asked for the current organization, by the current transaction:
 * the job begins once that has committed, and not at all when it rolls back. Thread-safe.
 *
 * <p>The regular times of a job stay as they are. Whoever asks several times before the job begins gets one run; whoever asks
 * while it runs gets one more. When the module is off at the time, there is none.
 */
@ProviderType
public interface JobScheduler {

    /**
     * Makes a job due now.
     *
     * @throws io.renoz.problem.Problem {@code not-found} when no module has such a job
     */
    void runNow(String name);

    /**
     * Makes a job due at a moment; now, when that is past. Moments that were asked for before stay; a job that finds in its
     * run what is left to do later asks again, from within the run.
     *
     * @throws io.renoz.problem.Problem {@code not-found} when no module has such a job
     */
    void runAt(String name, Instant moment);
}
