package io.renoz.settings.export;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Json;
import io.renoz.data.Parts;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.entity.PlainObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A request to write records of some kinds to a file, and what became of it. */
@Entity
@Table(schema = "settings", name = "data_exports")
@Audited(type = "data_export", name = "fileName")
class DataExport extends TenantRecord {

    private static final int LONGEST_MESSAGE = 1000;

    UUID requestedBy;
    ExportFormat format = ExportFormat.CSV;
    ExportStatus status = ExportStatus.PENDING;
    boolean anonymized;

    @Nullable
    LocalDate rangeStart;

    @Nullable
    LocalDate rangeEnd;

    @Nullable
    UUID attachmentId;

    @Nullable
    String fileName;

    @Nullable
    Long fileSize;

    @Nullable
    Integer recordCount;

    int progress;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant completedAt;

    @Nullable
    Instant expiresAt;

    @Nullable
    String errorMessage;

    @Nullable
    Json metadata;

    @Transient
    @Parts("dataExportId")
    List<ExportedEntity> entities = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected DataExport() {}

    /** A worker takes it; again when the worker before died over it. */
    void begin(Instant now) {
        if (status == ExportStatus.PENDING) {
            status = ExportStatus.PROCESSING;
            startedAt = now;
        }
        progress = 0;
    }

    void complete(AttachmentRef file, int records, Instant now, Instant expiry) {
        status = ExportStatus.COMPLETED;
        attachmentId = file.id();
        fileName = file.filename();
        fileSize = file.sizeBytes();
        recordCount = records;
        progress = 100;
        completedAt = now;
        expiresAt = expiry;
    }

    void fail(String message, Instant now) {
        status = ExportStatus.FAILED;
        errorMessage = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        completedAt = now;
    }

    /** @throws Problem {@code invalid-transition} for what has ended */
    void cancel(Instant now) {
        if (!status.open()) {
            throw Problem.transition("An export that is " + Coded.of(status) + " cannot be cancelled.");
        }
        status = ExportStatus.CANCELLED;
        completedAt = now;
    }

    void expire() {
        status = ExportStatus.EXPIRED;
        attachmentId = null;
    }

    /**
     * The file.
     *
     * @throws Problem {@code not-ready}, {@code gone} for one that has expired
     */
    UUID file() {
        UUID file = attachmentId;
        if (status == ExportStatus.EXPIRED) {
            throw Problem.of("gone", "The file has expired; ask for a new one.");
        }
        if (status != ExportStatus.COMPLETED || file == null) {
            throw Problem.of("not-ready", "The export is " + Coded.of(status) + "; there is no file.");
        }
        return file;
    }

    /** What the caller who asked for it may do, where that is less than their user may. */
    Optional<String> scope() {
        return Optional.ofNullable(PlainObject.read(metadata, "metadata").get("scope"));
    }
}
