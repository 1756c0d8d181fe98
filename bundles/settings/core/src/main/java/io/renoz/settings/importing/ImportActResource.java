package io.renoz.settings.importing;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.importing.DataImportResource.Input;
import io.renoz.settings.importing.DataImportResource.View;
import java.util.EnumSet;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/data-imports/{id}/…}: the steps of an import. */
@Component
@Path("data-imports/{id}")
@Allow("settings.import")
public final class ImportActResource implements Resource {

    private final Tables tables;
    private final Rows<DataImport, Input, View> imports;
    private final Steps steps;
    private final Targets targets;

    @Activate
    public ImportActResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference ImportRows imports,
            @Reference Steps steps,
            @Reference Targets targets) {
        this.tables = tables;
        this.imports = imports.rows();
        this.steps = steps;
        this.targets = targets;
    }

    @POST
    @Path("validate")
    @Summary("Checks every row of the file; writes nothing but what is wrong.")
    @Answers({"invalid-transition", "unreadable-file"})
    public View validate(@PathParam("id") UUID id) {
        steps.validate(id, () -> imports.change(id, DataImport::validating));
        return imports.get(id);
    }

    @POST
    @Path("run")
    @Summary("Writes the valid rows, 100 to a transaction.")
    @Answers("invalid-transition")
    public View run(@PathParam("id") UUID id) {
        return imports.change(id, dataImport -> {
            tables.lock(DataImport.class, id);
            dataImport.status.requireAmong(EnumSet.of(ImportStatus.VALIDATED), "run");
            var description = targets.require(dataImport.entityType).describe();
            if (dataImport.mode != ImportMode.UPDATE) {
                Columns.requireNeeded(dataImport.mapping(), description);
            }
            steps.start(dataImport);
        });
    }

    @POST
    @Path("cancel")
    @Summary("Ends an import, between two batches when it runs; what is written stays.")
    @Answers("invalid-transition")
    public View cancel(@PathParam("id") UUID id) {
        tables.lock(DataImport.class, id);
        return imports.change(id, steps::cancel);
    }
}
