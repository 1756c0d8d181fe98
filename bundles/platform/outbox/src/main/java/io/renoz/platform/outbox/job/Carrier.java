package io.renoz.platform.outbox.job;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.platform.outbox.LogContext;
import io.renoz.platform.outbox.Presence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out a run, batch by batch, each in a transaction of its own that holds the lease. */
final class Carrier {

    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    private final Databases databases;
    private final Transactions transactions;
    private final Jobs jobs;
    private volatile boolean stopped;

    Carrier(Databases databases, Transactions transactions, Jobs jobs) {
        this.databases = databases;
        this.transactions = transactions;
        this.jobs = jobs;
    }

    /** How a run came out. */
    enum Outcome {
        ENDED,
        LOST,
        STOPPED,
        ABSENT
    }

    /** Batches that run come to their end, and are the last of their runs. */
    void stop() {
        stopped = true;
    }

    Outcome carryOut(Run run) {
        var outcome = new Outcome[1];
        LogContext.within(run.organization(), run.id(), run.name(), () -> outcome[0] = batches(run));
        return outcome[0];
    }

    private Outcome batches(Run run) {
        try {
            Optional<String> from = batch(run, Optional.empty());
            while (from.isPresent() && !stopped) {
                from = batch(run, from);
            }
            if (from.isPresent()) {
                end(run, "abandoned", "Its node stopped.");
                return Outcome.STOPPED;
            }
            end(run, "finished", null);
            return Outcome.ENDED;
        } catch (Presence.Absent e) {
            end(run, "abandoned", "Its module was replaced.");
            return Outcome.ABSENT;
        } catch (Lost e) {
            log.warn("{} of {} took too long; its last batch is rolled back", run.name(), run.organization());
            return Outcome.LOST;
        } catch (Exception | LinkageError | AssertionError e) {
            log.warn("{} of {} failed: {}", run.name(), run.organization(), e.toString());
            log.debug("In full:", e);
            end(run, "failed", e.toString());
            return Outcome.ENDED;
        }
    }

    private Optional<String> batch(Run run, Optional<String> from) {
        KnownJob job = jobs.find(run.name()).orElseThrow(() -> new Presence.Absent(run.name()));
        return job.presence()
                .with(present -> transactions.run(Call.system(run.organization(), "job " + run.name()), () -> {
                    try (Connection connection = databases.module("platform").getConnection()) {
                        if (!JobRows.renew(connection, run)) {
                            throw new Lost();
                        }
                    }
                    return present.run(from);
                }));
    }

    /** A run whose lease ended writes nothing more. */
    private static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("The lease has ended.", null, false, false);
        }
    }

    /** When this fails, the lease runs out and the run is made up. */
    private void end(Run run, String state, @Nullable String message) {
        try (Connection connection = databases.platform().getConnection()) {
            JobRows.end(connection, run, state, message);
        } catch (SQLException e) {
            log.error("The end of a job could not be written", e);
        }
    }
}
