package io.renoz.settings.export;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.NewAttachment;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of an export once its file is whole, or cannot be. */
@Component(service = ExportEnd.class)
public final class ExportEnd {

    private final Tables tables;
    private final Attachments attachments;
    private final EventPublisher events;
    private final AuditTrail audit;

    @Activate
    public ExportEnd(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Attachments attachments,
            @Reference EventPublisher events,
            @Reference AuditTrail audit) {
        this.tables = tables;
        this.attachments = attachments;
        this.events = events;
        this.audit = audit;
    }

    /** Stores the file, unless the export was cancelled or deleted meanwhile. */
    void complete(UUID id, Writing writing, ExportTerms terms) throws IOException {
        Optional<DataExport> running = running(id);
        if (running.isEmpty()) {
            return;
        }
        DataExport export = running.get();
        int records = 0;
        for (ExportedEntity entity : export.entities) {
            entity.recordCount = writing.counts().getOrDefault(entity.entityType, 0);
            records += entity.recordCount;
        }
        Instant now = terms.now();
        export.complete(stored(export, writing, terms), records, now, terms.expiry());
        tables.flush();
        tell("settings.export.completed", export, Map.of("recordCount", records));
        audit.record(AuditEntry.of("settings", ExportTypes.EXPORT, id, Action.EXPORTED)
                .named(export.fileName)
                .telling("settings.export.completed", "Exported " + records + " records.")
                .with(Map.of("records", writing.counts(), "format", Coded.of(export.format))));
    }

    private AttachmentRef stored(DataExport export, Writing writing, ExportTerms terms) throws IOException {
        NewAttachment file = NewAttachment.of(
                        writing.name(terms.today().toString()), writing.mediaType(), AttachmentCategory.EXPORT)
                .on(ExportTypes.EXPORT, export.id())
                .upTo(ExportWork.MOST_BYTES);
        try (InputStream content = writing.open()) {
            return attachments.store(file, content);
        }
    }

    void fail(UUID id, String reason, Instant now) {
        running(id).ifPresent(export -> {
            export.fail(reason, now);
            tables.flush();
            tell("settings.export.failed", export, Map.of("reason", reason));
        });
    }

    /** Nothing when it was cancelled or deleted meanwhile. */
    private Optional<DataExport> running(UUID id) {
        return tables.find(DataExport.class, id)
                .map(export -> tables.lock(DataExport.class, id))
                .filter(export -> export.status == ExportStatus.PROCESSING);
    }

    private void tell(String name, DataExport export, Map<String, Object> more) {
        var payload = new LinkedHashMap<String, Object>(more);
        payload.put("requestedBy", export.requestedBy);
        events.publish(new DomainEvent(name, ExportTypes.EXPORT, export.id(), payload));
    }
}
