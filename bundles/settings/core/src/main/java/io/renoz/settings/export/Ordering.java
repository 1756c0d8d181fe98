package io.renoz.settings.export;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.SettingsReader;
import io.renoz.settings.entity.PlainObject;
import io.renoz.settings.entity.Requester;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SET-20: what may be asked of an export, and what is added to it. */
@Component(service = Ordering.class)
public final class Ordering {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?1, 20))";
    private static final String OPEN = "select count(e) from DataExport e where e.status in :open";

    private final Tables tables;
    private final Sources sources;
    private final SettingsReader settings;

    @Activate
    public Ordering(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Partners partners,
            @Reference EntityTypes types,
            @Reference SettingsReader settings) {
        this.tables = tables;
        sources = new Sources(partners, types);
        this.settings = settings;
    }

    /**
     * Refuses when too many exports would wait or run. Others who ask at the same time wait for this one.
     *
     * @throws Problem {@code too-many-exports}
     */
    void requireRoom(int more) {
        tables.entities()
                .createNativeQuery(LOCK)
                .setParameter(1, "exports " + Call.tenant())
                .getResultList();
        long open = tables.entities()
                .createQuery(OPEN, Long.class)
                .setParameter("open", List.of(ExportStatus.PENDING, ExportStatus.PROCESSING))
                .getSingleResult();
        int most = settings.getInt(ExportSettings.CATEGORY, ExportSettings.MAX_CONCURRENT);
        if (open + more > most) {
            throw Problem.of("too-many-exports", "At most " + most + " exports may wait or run at once.")
                    .with("limit", most);
        }
    }

    /** Checks what is asked for and adds what it depends on. */
    void complete(DataExport export) {
        export.requestedBy = Call.user()
                .orElseThrow(() -> Problem.of("forbidden", "An export is asked for by a person, who can fetch it."));
        export.metadata = Requester.scope(Call.current())
                .map(names -> PlainObject.of(Map.of("scope", names)))
                .orElse(null);
        for (int i = 0; i < export.entities.size(); i++) {
            try {
                check(
                        export.entities.get(i),
                        sources.require(export.entities.get(i).entityType).describe());
            } catch (Problem problem) {
                throw problem.below("/entities/" + i);
            }
        }
        addDependencies(export);
    }

    private static void check(ExportedEntity entity, ExportDescription description) {
        Set<String> fields =
                description.fields().stream().map(ExportField::name).collect(Collectors.toSet());
        var errors = new ArrayList<FieldError>();
        unknown(entity.fields(), fields)
                .forEach(name -> errors.add(new FieldError("/includedFields", "There is no field " + name + ".")));
        unknown(PlainObject.read(entity.filters, "filters").keySet(), description.filters())
                .forEach(name -> errors.add(new FieldError("/filters/" + name, "There is no such filter.")));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static List<String> unknown(Collection<String> asked, Set<String> known) {
        return asked.stream().filter(name -> !known.contains(name)).toList();
    }

    /** Of what the caller may read; the file of somebody who may not read customers has their ids alone. */
    private void addDependencies(DataExport export) {
        Map<String, ExportSource> known = sources.all();
        UUID id = export.id();
        var there = new HashSet<String>();
        export.entities.forEach(entity -> there.add(entity.entityType));
        var open = new ArrayDeque<>(there);
        while (!open.isEmpty()) {
            ExportSource source = known.get(open.remove());
            Set<String> dependencies =
                    source == null ? Set.of() : new TreeSet<>(source.describe().dependencies());
            for (String type : dependencies) {
                if (known.containsKey(type) && sources.readable(type) && there.add(type)) {
                    export.entities.add(ExportedEntity.dependency(id, type));
                    open.add(type);
                }
            }
        }
    }
}
