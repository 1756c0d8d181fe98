package io.renoz.settings.export;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.job.JobScheduler;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Creates;
import io.renoz.rest.Deletes;
import io.renoz.rest.Download;
import io.renoz.rest.Example;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.WhileSuspended;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.export.DataExportResource.Input;
import io.renoz.settings.export.DataExportResource.View;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/data-exports}. SET-24: for those with {@code settings.export}, of what they may read. */
@Component
@Path("data-exports")
@Allow("settings.export")
public final class DataExportResource implements Reads<View>, Creates<Input, View>, Deletes {

    /**
     * What to export.
     *
     * @param anonymized replaces what tells something about a person by pseudonyms
     * @param rangeStart only records created on that day or later
     * @param rangeEnd only records created on that day or before
     */
    public record Input(
            @NotNull @Size(min = 1, max = 10) List<@Valid @NotNull Wanted> entities,
            ExportFormat format,
            boolean anonymized,
            @Nullable LocalDate rangeStart,
            @Nullable LocalDate rangeEnd) {

        public Input {
            entities = entities == null ? List.of() : entities;
            format = format == null ? ExportFormat.CSV : format;
            if (rangeStart != null && rangeEnd != null && rangeEnd.isBefore(rangeStart)) {
                throw Problem.invalid("rangeEnd", "The range ends before it begins.");
            }
            requireDistinct(entities);
        }

        private static void requireDistinct(List<Wanted> entities) {
            var seen = new HashSet<String>();
            List<FieldError> errors = IntStream.range(0, entities.size())
                    .filter(i -> entities.get(i) != null && !seen.add(entities.get(i).entityType))
                    .mapToObj(i -> new FieldError("/entities/" + i + "/entityType", "It is named twice."))
                    .toList();
            if (!errors.isEmpty()) {
                throw Problem.invalid(errors);
            }
        }
    }

    /**
     * A kind of record to export.
     *
     * @param filters those of its list, as an object
     * @param includedFields all when left out
     */
    public record Wanted(
            @NotBlank @Size(max = 50) @Example("customer") String entityType,
            @Nullable @Example("{\"status\": \"active\"}") Json filters,

            @Nullable @Size(max = 200) @Example("[\"id\", \"name\"]")
            List<@NotBlank @Size(max = 100) String> includedFields) {}

    /** A kind of record in the file; a dependency was added so that references resolve. */
    public record Exported(
            String entityType,
            boolean isDependency,
            @Nullable Json filters,
            @Nullable List<String> includedFields,
            @Nullable Integer recordCount) {}

    /** An export as it stands. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID requestedBy,
            ExportFormat format,
            ExportStatus status,
            boolean anonymized,
            @Nullable LocalDate rangeStart,
            @Nullable LocalDate rangeEnd,
            @Nullable UUID attachmentId,
            @Nullable String fileName,
            @Nullable Long fileSize,
            @Nullable Integer recordCount,
            int progress,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Instant expiresAt,
            @Nullable String errorMessage,
            @Nullable Json metadata,
            List<Exported> entities)
            implements Versioned {}

    private final Tables tables;
    private final Rows<DataExport, Input, View> exports;
    private final Attachments attachments;
    private final JobScheduler jobs;
    private final Clock clock;
    private final Ordering ordering;

    @Activate
    public DataExportResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Ordering ordering,
            @Reference Attachments attachments,
            @Reference JobScheduler jobs,
            @Reference Clock clock) {
        this.tables = tables;
        this.attachments = attachments;
        this.jobs = jobs;
        this.clock = clock;
        this.ordering = ordering;
        exports = tables.of(DataExport.class)
                .filter("status", "format", "requestedBy")
                .sort("-createdAt", "createdAt")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<DataExport, Input, View> records() {
        return exports;
    }

    /** SET-03: whoever leaves may take their data along. */
    @Override
    @WhileSuspended
    public Created<View> create(Input input) {
        return Creates.super.create(input);
    }

    @Override
    @WhileSuspended
    public Page<View> createAll(Bulk<Input> inputs) {
        return Creates.super.createAll(inputs);
    }

    @Override
    @Answers({"unknown-entity-type", "too-many-exports"})
    public List<View> add(List<Input> inputs) {
        ordering.requireRoom(inputs.size());
        List<View> asked = exports.createAll(inputs, (export, input) -> ordering.complete(export));
        jobs.runNow(ExportRun.NAME);
        return asked;
    }

    /** With its file; one that waits or runs is cancelled first. */
    @Override
    public void delete(UUID id) {
        DataExport export = own(id);
        if (export.attachmentId != null) {
            attachments.delete(export.attachmentId);
        }
        exports.delete(id);
    }

    @POST
    @Path("{id}/cancel")
    @Summary("Stops an export that waits or runs; what there is of the file goes.")
    @Answers("invalid-transition")
    public View cancel(@PathParam("id") UUID id) {
        own(id);
        return exports.change(id, export -> {
            tables.lock(DataExport.class, id);
            export.cancel(clock.instant());
        });
    }

    @GET
    @Path("{id}/download")
    @Summary("The finished file, for the person who asked for it and for admins.")
    @Answers({"not-ready", "gone"})
    public Download download(@PathParam("id") UUID id) {
        return attachments.open(own(id).file()).download();
    }

    /** SET-20: only for the person who asked for it and for admins, who alone have {@code settings.write}. */
    private DataExport own(UUID id) {
        DataExport export = tables.require(DataExport.class, id);
        if (!mayFetch(export)) {
            throw Problem.of("forbidden", "Only the person who asked for the export, and admins, can do this.");
        }
        return export;
    }

    static boolean mayFetch(DataExport export) {
        return Call.current().permits("settings.write")
                || Call.user().filter(export.requestedBy::equals).isPresent();
    }
}
