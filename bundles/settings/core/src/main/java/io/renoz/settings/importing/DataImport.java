package io.renoz.settings.importing;

import io.renoz.data.Audited;
import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.entity.PlainObject;
import io.renoz.settings.organization.Formats.DateFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** One file on its way into records of one kind. */
@Entity
@Table(schema = "settings", name = "data_imports")
@Audited(type = "data_import", name = "entityType")
class DataImport extends TenantRecord {

    private static final int LONGEST_MESSAGE = 1000;

    /** States in which nothing has been written. */
    static final Set<ImportStatus> EARLY =
            EnumSet.of(ImportStatus.UPLOADED, ImportStatus.VALIDATING, ImportStatus.VALIDATED);

    private static final Set<ImportStatus> ENDED =
            EnumSet.of(ImportStatus.COMPLETED, ImportStatus.FAILED, ImportStatus.CANCELLED);

    String entityType;
    UUID attachmentId;
    UUID requestedBy;
    ImportStatus status = ImportStatus.UPLOADED;
    ImportMode mode = ImportMode.CREATE;

    @Nullable
    String matchField;

    DuplicateHandling duplicateHandling = DuplicateHandling.SKIP;

    @Nullable
    Json columnMapping;

    @Nullable
    DateFormat dateFormat;

    int totalRows;
    int validRows;
    int processedRows;
    int createdCount;
    int updatedCount;
    int skippedCount;
    int errorCount;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant completedAt;

    @Nullable
    Instant rolledBackAt;

    @Nullable
    String errorMessage;

    @Transient
    private @Nullable String storedType;

    @Transient
    private @Nullable UUID storedFile;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected DataImport() {}

    @PostLoad
    void loaded() {
        storedType = entityType;
        storedFile = attachmentId;
    }

    /** A change of what is to be done, while nothing has been done yet. */
    void amend() {
        if (!Objects.equals(storedType, entityType)) {
            throw Problem.invalid("entityType", "An import keeps its kind of record; make another one.");
        }
        if (!Objects.equals(storedFile, attachmentId)) {
            throw Problem.invalid("attachmentId", "An import keeps its file; make another one.");
        }
        if (!EARLY.contains(status)) {
            throw Problem.of("invalid-state", "The import has begun; what it does is settled.");
        }
    }

    Map<String, String> mapping() {
        return PlainObject.read(columnMapping, "columnMapping");
    }

    ImportOptions options() {
        return new ImportOptions(id(), mode, duplicateHandling, matchField);
    }

    void validating() {
        status.requireAmong(EARLY, "validated");
        status = ImportStatus.VALIDATING;
    }

    void validated(int total, int valid) {
        status = ImportStatus.VALIDATED;
        totalRows = total;
        validRows = valid;
        errorCount = total - valid;
    }

    void start(Instant now) {
        status.requireAmong(EnumSet.of(ImportStatus.VALIDATED), "run");
        status = ImportStatus.RUNNING;
        startedAt = now;
    }

    void complete(Instant now) {
        status = ImportStatus.COMPLETED;
        completedAt = now;
    }

    void fail(String message, Instant now) {
        status = ImportStatus.FAILED;
        errorMessage = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        completedAt = now;
    }

    void cancel(Instant now) {
        status.requireAmong(
                EnumSet.of(ImportStatus.UPLOADED, ImportStatus.VALIDATED, ImportStatus.RUNNING), "cancelled");
        status = ImportStatus.CANCELLED;
        completedAt = now;
    }

    /**
     * SET-21: for so long what it wrote can be undone.
     *
     * @throws Problem {@code invalid-transition}, {@code rollback-window-passed}
     */
    void requireUndoable(Instant now, Duration window) {
        status.requireAmong(ENDED, "rolled back");
        if (createdCount + updatedCount == 0) {
            throw Problem.transition("The import has written nothing that could be undone.");
        }
        Instant end = completedAt;
        if (end == null || now.isAfter(end.plus(window))) {
            throw Problem.of("rollback-window-passed", "An import can be undone for " + window.toHours() + " hours.");
        }
    }

    void rolledBack(Instant now) {
        status = ImportStatus.ROLLED_BACK;
        rolledBackAt = now;
    }
}
