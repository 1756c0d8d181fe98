package io.renoz.settings.importing;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.job.JobScheduler;
import io.renoz.problem.Problem;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.importing.DataImportResource.Input;
import io.renoz.settings.importing.DataImportResource.View;
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

    private final Tables tables;
    private final Transactions transactions;
    private final Rows<DataImport, Input, View> imports;
    private final Validation validation;
    private final JobScheduler jobs;
    private final Clock clock;

    @Activate
    public Steps(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference ImportRows imports,
            @Reference Validation validation,
            @Reference JobScheduler jobs,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.imports = imports.rows();
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
    View validate(UUID id) {
        apart(() -> imports.change(id, DataImport::validating));
        try {
            apart(() -> validation.check(id));
        } catch (Problem problem) {
            if (!UNREADABLE.contains(problem.slug())) {
                throw problem;
            }
            apart(() -> validation.fail(id, problem.detail(), clock.instant()));
            throw Problem.of("unreadable-file", problem.detail());
        }
        return imports.get(id);
    }

    /** What was validated before its mapping changed is validated again, in the caller's transaction. */
    View revalidate(UUID id) {
        validation.check(id);
        return imports.get(id);
    }

    private void apart(Runnable work) {
        transactions.apart(Call.current(), () -> {
            work.run();
            return true;
        });
    }

    /** SET-21: refuses while a field that a new record needs has no column. */
    View run(UUID id) {
        tables.lock(DataImport.class, id);
        return imports.change(id, dataImport -> {
            dataImport.start(clock.instant());
            ImportDescription description = validation.description(dataImport.entityType);
            if (dataImport.mode != ImportMode.UPDATE) {
                Columns.requireNeeded(dataImport.mapping(), description);
            }
            jobs.runNow(ImportRun.NAME);
        });
    }

    View cancel(UUID id) {
        tables.lock(DataImport.class, id);
        return imports.change(id, dataImport -> dataImport.cancel(clock.instant()));
    }
}
