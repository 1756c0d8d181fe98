package io.renoz.settings.entity;

import io.renoz.data.Call;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.module.Partners;
import io.renoz.module.Partners.Partner;
import io.renoz.problem.Problem;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityType.Capability;
import io.renoz.settings.api.EntityTypeProvider;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.ImportTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of records there are, asked of the modules each time, since those come and go. */
@Component
public final class Registry implements EntityTypes {

    private static final Logger log = LoggerFactory.getLogger(Registry.class);

    /** Who has a name first keeps it: the core before what is built on it, extensions last. */
    private static final List<String> KINDS = List.of("core", "standard", "extension");

    private final Partners partners;
    private final Modules modules;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Activate
    public Registry(@Reference Partners partners, @Reference Modules modules) {
        this.partners = partners;
        this.modules = modules;
    }

    /** A type and who can label its records. */
    private record Registered(EntityType type, EntityTypeProvider provider) {}

    @Override
    public List<EntityType> all() {
        Set<String> exported = partners.enabled(ExportSource.class).stream()
                .map(source -> key(source.module(), source.service().describe().entityType()))
                .collect(Collectors.toSet());
        Set<String> imported = partners.enabled(ImportTarget.class).stream()
                .map(target -> key(target.module(), target.service().describe().entityType()))
                .collect(Collectors.toSet());
        return registered().values().stream()
                .map(Registered::type)
                .map(type -> marked(type, exported, imported))
                .sorted(Comparator.comparing(EntityType::module).thenComparing(EntityType::type))
                .toList();
    }

    private static EntityType marked(EntityType type, Set<String> exported, Set<String> imported) {
        EnumSet<Capability> takes = EnumSet.noneOf(Capability.class);
        takes.addAll(type.capabilities());
        mark(takes, Capability.EXPORT, exported.contains(key(type.module(), type.type())));
        mark(takes, Capability.IMPORT, imported.contains(key(type.module(), type.type())));
        return type.with(takes.toArray(Capability[]::new));
    }

    private static void mark(Set<Capability> takes, Capability capability, boolean holds) {
        if (holds) {
            takes.add(capability);
        } else {
            takes.remove(capability);
        }
    }

    private static String key(String module, String type) {
        return module + "/" + type;
    }

    @Override
    public Optional<EntityType> find(String type) {
        return all().stream().filter(known -> known.type().equals(type)).findFirst();
    }

    @Override
    public EntityType require(String type) {
        return find(type)
                .orElseThrow(
                        () -> Problem.of("unknown-entity-type", "No module here has records of type " + type + "."));
    }

    @Override
    public Optional<EntityLabel> describe(String type, UUID id) {
        Registered registered = registered().get(type);
        if (registered == null || !Call.current().permits(registered.type.permission())) {
            return Optional.empty();
        }
        return registered
                .provider
                .label(type, id)
                .map(label -> label.url() == null ? label.at(registered.type.urlOf(id)) : label);
    }

    private Map<String, Registered> registered() {
        List<Partner<EntityTypeProvider>> providers = new ArrayList<>(partners.enabled(EntityTypeProvider.class));
        providers.sort(Comparator.comparing(provider -> KINDS.indexOf(kind(provider.module()))));
        var types = new LinkedHashMap<String, Registered>();
        for (Partner<EntityTypeProvider> provider : providers) {
            for (EntityType type : provider.service().list()) {
                if (mayHave(provider.module(), type, types.get(type.type()))) {
                    types.put(type.type(), new Registered(type, provider.service()));
                }
            }
        }
        return types;
    }

    private String kind(String module) {
        return modules.find(module).map(ModuleDescriptor::kind).orElse("extension");
    }

    private boolean mayHave(String module, EntityType type, @Nullable Registered before) {
        if (type.module().equals(module) && before == null) {
            return true;
        }
        if (told.add(key(module, type.type()))) {
            log.warn(
                    "Module {} may not register the entity type {}: it is {}'s",
                    module,
                    type.type(),
                    before == null ? type.module() : before.type.module());
        }
        return false;
    }
}
