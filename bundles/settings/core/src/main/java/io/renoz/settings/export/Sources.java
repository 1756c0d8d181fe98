package io.renoz.settings.export;

import io.renoz.data.Call;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.api.ExportSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the modules that are on can write. */
final class Sources {

    private final Partners partners;
    private final EntityTypes types;

    Sources(Partners partners, EntityTypes types) {
        this.partners = partners;
        this.types = types;
    }

    /** The sources by entity type; a module writes its own types. */
    Map<String, ExportSource> all() {
        Map<String, String> owners =
                types.all().stream().collect(Collectors.toMap(EntityType::type, EntityType::module));
        var sources = new LinkedHashMap<String, ExportSource>();
        for (Partners.Partner<ExportSource> partner : partners.enabled(ExportSource.class)) {
            String type = partner.service().describe().entityType();
            if (partner.module().equals(owners.get(type))) {
                sources.putIfAbsent(type, partner.service());
            }
        }
        return sources;
    }

    /**
     * The source of a type that the caller may read.
     *
     * @throws Problem {@code unknown-entity-type}, {@code forbidden}
     */
    ExportSource require(String type) {
        ExportSource source = Optional.ofNullable(all().get(type))
                .orElseThrow(() ->
                        Problem.of("unknown-entity-type", "No module here can export records of type " + type + "."));
        Call.current().require(types.require(type).permission());
        return source;
    }

    /** What one needs to read records of a type. */
    Optional<String> permission(String type) {
        return types.find(type).map(EntityType::permission);
    }

    boolean readable(String type) {
        return permission(type).filter(Call.current()::permits).isPresent();
    }
}
