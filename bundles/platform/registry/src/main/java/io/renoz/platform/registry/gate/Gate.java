package io.renoz.platform.registry.gate;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.platform.registry.deployed.Deployment;
import io.renoz.problem.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One small entry an organization, and equal sets are one object, so ten thousand of them are a few megabytes.
 *
 * <p>Reading happens inside the map's own lock on the entry: a change heard meanwhile waits for it and then finds what was
 * read too old.
 */
@Component(service = {ModuleGate.class, OrganizationSets.class})
public final class Gate implements ModuleGate, OrganizationSets {

    private static final ThreadLocal<@Nullable Foreseen> FORESEEN = new ThreadLocal<>();

    private final Modules modules;
    private final Deployment deployment;
    private final SetQueries queries;
    private final Map<UUID, ModuleSet> sets = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<String>> distinct = new ConcurrentHashMap<>();

    /** Holds for one call only, so that a roll back needs no clean-up. */
    private record Foreseen(Call call, UUID organization, ModuleSet set) {}

    @Activate
    public Gate(@Reference Databases databases, @Reference Modules modules, @Reference Deployment deployment) {
        this.modules = modules;
        this.deployment = deployment;
        queries = new SetQueries(databases.platform());
    }

    @Override
    public boolean isEnabled(String module) {
        return Call.find()
                .map(Call::organization)
                .map(organization -> isEnabled(organization, module))
                .orElseGet(() -> core(module));
    }

    @Override
    public boolean isEnabled(UUID organization, String module) {
        return core(module) || of(organization).modules().contains(module);
    }

    private boolean core(String module) {
        return modules.find(module).filter(ModuleDescriptor::core).isPresent();
    }

    @Override
    public void require(String module) {
        if (!isEnabled(module)) {
            throw Problem.of("module-not-enabled", "The module " + module + " is not on for this organization.")
                    .with("module", module);
        }
    }

    @Override
    public Set<String> enabled() {
        var names = new TreeSet<>(of(Call.tenant()).modules());
        modules.all().stream()
                .filter(ModuleDescriptor::core)
                .map(ModuleDescriptor::name)
                .forEach(names::add);
        return names;
    }

    @Override
    public Stream<UUID> organizationsWith(String module) {
        return queries.with(module, core(module)).stream();
    }

    @Override
    public String revision(UUID organization) {
        return of(organization).revision() + "." + deployment.epoch();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // two calls with equal parts are two calls
    public ModuleSet of(UUID organization) {
        Foreseen ahead = FORESEEN.get();
        if (ahead != null) {
            if (ahead.call != Call.find().orElse(null)) {
                FORESEEN.remove();
            } else if (ahead.organization.equals(organization)) {
                return ahead.set;
            }
        }
        ModuleSet known = sets.get(organization);
        return known != null ? known : sets.computeIfAbsent(organization, this::read);
    }

    @Override
    public void foresee(UUID organization, ModuleSet set) {
        FORESEEN.set(new Foreseen(Call.current(), organization, set));
    }

    @Override
    public void replace(UUID organization, ModuleSet set) {
        FORESEEN.remove();
        sets.merge(organization, shared(set), (old, next) -> old.revision() > next.revision() ? old : next);
    }

    @Override
    public void heard(UUID organization, long revision) {
        sets.computeIfPresent(organization, (id, known) -> known.revision() < revision ? read(organization) : known);
    }

    @Override
    public void forget() {
        sets.clear();
        distinct.clear();
    }

    private ModuleSet read(UUID organization) {
        return shared(queries.set(organization));
    }

    private ModuleSet shared(ModuleSet set) {
        Set<String> one = distinct.putIfAbsent(set.modules(), set.modules());
        return one == null ? set : new ModuleSet(set.revision(), one);
    }
}
