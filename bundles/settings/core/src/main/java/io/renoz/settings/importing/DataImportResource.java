package io.renoz.settings.importing;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Versioned;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Example;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.entity.PlainObject;
import io.renoz.settings.importing.DataImportResource.Input;
import io.renoz.settings.importing.DataImportResource.View;
import io.renoz.settings.organization.Formats.DateFormat;
import io.renoz.users.api.AccessControl;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/data-imports}. SET-24: for admins, who alone have {@code settings.import}. */
@Component
@Path("data-imports")
@Allow("settings.import")
public final class DataImportResource implements Reads<View>, Creates<Input, View>, Updates<Input, View> {

    /**
     * What to import, and how.
     *
     * @param attachmentId a CSV file that was uploaded; it then belongs to the import
     * @param matchField the one field by which rows find the records they mean; the kind's usual ones when left out
     * @param columnMapping name of a field by heading of a column; when left out headings that are names of fields are taken
     * @param dateFormat how dates in the file read; as the organization writes them when left out
     */
    public record Input(
            @NotBlank @Size(max = 50) @Example("customer") String entityType,
            @NotNull UUID attachmentId,
            ImportMode mode,

            @Nullable @Size(max = 100) @Example("externalRef")
            String matchField,

            DuplicateHandling duplicateHandling,
            @Nullable @Example("{\"Company\": \"name\"}") Json columnMapping,
            @Nullable DateFormat dateFormat) {

        public Input {
            mode = mode == null ? ImportMode.CREATE : mode;
            duplicateHandling = duplicateHandling == null ? DuplicateHandling.SKIP : duplicateHandling;
        }
    }

    /** An import as it stands. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String entityType,
            UUID attachmentId,
            UUID requestedBy,
            ImportStatus status,
            ImportMode mode,
            @Nullable String matchField,
            DuplicateHandling duplicateHandling,
            @Nullable @Example("{\"Company\": \"name\"}") Json columnMapping,
            @Nullable DateFormat dateFormat,
            int totalRows,
            int validRows,
            int processedRows,
            int createdCount,
            int updatedCount,
            int skippedCount,
            int errorCount,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Instant rolledBackAt,
            @Nullable String errorMessage)
            implements Versioned {}

    private final Rows<DataImport, Input, View> imports;
    private final ImportFiles files;
    private final Targets targets;
    private final Partners partners;
    private final Steps steps;

    @Activate
    public DataImportResource(
            @Reference ImportRows imports,
            @Reference ImportFiles files,
            @Reference Targets targets,
            @Reference Partners partners,
            @Reference Steps steps) {
        this.imports = imports.rows();
        this.files = files;
        this.targets = targets;
        this.partners = partners;
        this.steps = steps;
    }

    @Override
    public Rows<DataImport, Input, View> records() {
        return imports;
    }

    @Override
    @Answers({"unknown-entity-type", "file-too-large"})
    public List<View> add(List<Input> inputs) {
        UUID requester = requester();
        return imports.createAll(inputs, (dataImport, input) -> {
            ImportDescription description =
                    targets.require(dataImport.entityType).describe();
            dataImport.requestedBy = requester;
            files.take(dataImport.attachmentId, dataImport.id());
            if (dataImport.columnMapping == null) {
                dataImport.columnMapping = files.header(dataImport.attachmentId)
                        .map(header -> PlainObject.of(Columns.guessed(header, description)))
                        .orElse(null);
            }
            check(dataImport, description);
        });
    }

    /**
     * The import will be carried out with what its requester may do at that time; a token that may do less must not do more
     * this way.
     */
    private UUID requester() {
        Call call = Call.current();
        UUID user = Call.user()
                .orElseThrow(() -> Problem.of("forbidden", "An import is asked for by a person, in whose name it is."));
        if (call.actor().kind() == Actor.Kind.API_TOKEN) {
            Set<String> all = partners.find(AccessControl.class)
                    .map(access -> access.effectivePermissions(user))
                    .orElse(Set.of());
            if (!call.permissions().containsAll(all)) {
                throw Problem.of("forbidden", "An import needs a token that may do all that its user may.");
            }
        }
        return user;
    }

    private static void check(DataImport dataImport, ImportDescription description) {
        Columns.check(dataImport.mapping(), description);
        String match = dataImport.matchField;
        if (match != null && !description.matchFields().contains(match)) {
            throw Problem.invalid(
                    "matchField", "Rows match by one of " + String.join(", ", description.matchFields()) + ".");
        }
    }

    /** What was validated before is validated again. */
    @Override
    @Answers({"invalid-state", "unreadable-file"})
    public View update(UUID id, Patch<Input> patch) {
        View updated = imports.update(id, patch, (dataImport, input) -> {
            dataImport.amend();
            check(dataImport, targets.require(dataImport.entityType).describe());
        });
        return updated.status() == ImportStatus.VALIDATED ? steps.revalidate(id) : updated;
    }

    @POST
    @Path("{id}/validate")
    @Summary("Checks every row of the file; writes nothing but what is wrong.")
    @Answers({"invalid-transition", "unreadable-file"})
    public View validate(@PathParam("id") UUID id) {
        return steps.validate(id);
    }

    @POST
    @Path("{id}/run")
    @Summary("Writes the valid rows, 100 to a transaction.")
    @Answers("invalid-transition")
    public View run(@PathParam("id") UUID id) {
        return steps.run(id);
    }

    @POST
    @Path("{id}/cancel")
    @Summary("Ends an import, between two batches when it runs; what is written stays.")
    @Answers("invalid-transition")
    public View cancel(@PathParam("id") UUID id) {
        return steps.cancel(id);
    }
}
