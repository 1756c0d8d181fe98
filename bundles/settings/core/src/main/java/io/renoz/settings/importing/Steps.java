package io.renoz.settings.importing;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.job.JobScheduler;
import io.renoz.problem.Problem;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happens when an import goes from one state to the next. */
@Component(service = Steps.class)
public final class Steps {

    private static final Set<String> UNREADABLE = Set.of("unreadable-file", "too-many-rows", "file-too-large");

    private final Transactions transactions;
    private final Validation validation;
    private final JobScheduler jobs;
    private final Clock clock;

    @Activate
    public Steps(
            @Reference Transactions transactions,
            @Reference Validation validation,
            @Reference JobScheduler jobs,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.validation = validation;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Validates an import in transactions beside the caller's: that it is being validated is seen by others at once, and that it
     * could not be stays although the call is refused.
     *
     * @throws Problem {@code invalid-transition}, {@code unreadable-file}
     */
    void validate(UUID id, Runnable begin) {
        apart(begin);
        try {
            apart(() -> validation.check(id));
        } catch (Problem problem) {
            if (!UNREADABLE.contains(problem.slug())) {
                throw problem;
            }
            apart(() -> validation.fail(id, problem.detail(), clock.instant()));
            throw Problem.of("unreadable-file", problem.detail());
        }
    }

    private void apart(Runnable work) {
        transactions.apart(Call.current(), () -> {
            work.run();
            return true;
        });
    }

    void start(DataImport dataImport) {
        dataImport.start(clock.instant());
        jobs.runNow(ImportRun.NAME);
    }

    void cancel(DataImport dataImport) {
        dataImport.cancel(clock.instant());
    }
}
