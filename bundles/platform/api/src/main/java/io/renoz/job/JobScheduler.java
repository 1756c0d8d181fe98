package io.renoz.job;

import org.osgi.annotation.versioning.ProviderType;

/** Runs the jobs of all modules. Thread-safe. */
@ProviderType
public interface JobScheduler {

    /**
     * Makes a job due now for the current organization, once the current transaction has committed; its other times stay.
     *
     * @throws io.renoz.problem.Problem {@code not-found} when the organization has no such job
     */
    void runNow(String name);
}
