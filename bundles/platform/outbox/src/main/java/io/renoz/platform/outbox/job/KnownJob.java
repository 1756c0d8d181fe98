package io.renoz.platform.outbox.job;

import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.platform.outbox.Presence;

/** A job that a module of this node has. */
record KnownJob(String name, String module, Schedule schedule, Presence<Job> presence) {

    static KnownJob of(String module, Job job) {
        if (!job.name().startsWith(module + ".")) {
            throw new IllegalArgumentException(
                    "The job " + job.name() + " of " + module + " has a name that does not begin with its module.");
        }
        var presence = new Presence<Job>(job.name());
        presence.arrive(job);
        return new KnownJob(job.name(), module, job.schedule(), presence);
    }
}
