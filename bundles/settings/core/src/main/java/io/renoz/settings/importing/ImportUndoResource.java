package io.renoz.settings.importing;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.importing.DataImportResource.View;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/data-imports/{id}/rollback} */
@Component
@Path("data-imports/{id}/rollback")
@Allow("settings.import")
public final class ImportUndoResource implements Resource {

    /**
     * An import that was undone.
     *
     * @param kept records that stay as they are, since somebody has changed or deleted them or others name them; at most 1,000
     *     of them, all are in the import's records
     */
    public record Undone(UUID id, int version, View dataImport, int keptCount, List<Kept> kept) implements Versioned {}

    /** A record that stays. */
    public record Kept(int rowNumber, UUID entityId) {}

    private static final int MOST_KEPT = 1000;

    private final Tables tables;
    private final ImportRows imports;
    private final Targets targets;
    private final Undoing undoing;

    @Activate
    public ImportUndoResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference ImportRows imports,
            @Reference Targets targets,
            @Reference Undoing undoing) {
        this.tables = tables;
        this.imports = imports;
        this.targets = targets;
        this.undoing = undoing;
    }

    @POST
    @Summary("Deletes what the import made and restores what it changed, unless somebody has changed it since.")
    @Answers({"rollback-window-passed", "invalid-transition"})
    public Undone undo(@PathParam("id") UUID id) {
        DataImport dataImport = tables.lock(DataImport.class, id);
        undoing.requireUndoable(dataImport);
        List<WrittenRecord> kept = undoing.undo(id, targets.require(dataImport.entityType));
        View view = imports.rows().change(id, ended -> undoing.end(ended, kept.size()));
        return new Undone(
                id,
                view.version(),
                view,
                kept.size(),
                kept.stream()
                        .limit(MOST_KEPT)
                        .map(record -> new Kept(record.row(), record.id()))
                        .toList());
    }
}
