package io.renoz.platform.registry.switching;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.kernel.ModuleStates;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.rest.Tagged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.validation.constraints.Size;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/modules}: what there is, and the switch of each. */
@Component(service = Resource.class)
@Path("modules")
public final class ModulesResource implements Resource {

    private static final Set<String> FILTERS = Set.of("state", "kind", "q");

    private final Modules modules;
    private final ModuleStates states;
    private final ModuleGate gate;
    private final ModuleSwitch sets;
    private final Databases databases;

    @Activate
    public ModulesResource(
            @Reference Modules modules,
            @Reference ModuleStates states,
            @Reference ModuleGate gate,
            @Reference ModuleSwitch sets,
            @Reference Databases databases) {
        this.modules = modules;
        this.states = states;
        this.gate = gate;
        this.sets = sets;
        this.databases = databases;
    }

    /** Why. */
    public record Reason(@Size(max = 500) @Nullable String reason) {}

    @GET
    @Allow("modules.read")
    @Summary("The modules as this organization may see them")
    public Tagged<Page<ModuleView>> list(@Context ListQuery query) {
        List<ModuleView> all = views().all();
        String tag = gate.revision(Call.tenant()) + "." + Integer.toHexString(all.hashCode());
        return new Tagged<>(page(all, query), tag);
    }

    @GET
    @Path("{name}")
    @Allow("modules.read")
    public ModuleView get(@PathParam("name") String name) {
        return view(name);
    }

    @PUT
    @Path("{name}/enabled")
    @Allow("modules.manage")
    @Summary("Turns a module on; doing it twice changes nothing")
    @Answers({"unknown-module", "unmet-dependency", "vetoed", "job-running", "module-suspended", "precondition-failed"})
    public ModuleView enable(@PathParam("name") String name, Optional<Reason> reason) {
        return change(name, new ModuleSwitch.Wish(Set.of(name), Set.of()), reason);
    }

    @DELETE
    @Path("{name}/enabled")
    @Allow("modules.manage")
    @Summary("Turns a module off; its data stays")
    @Answers({"unknown-module", "core-module", "required-by", "vetoed", "job-running", "precondition-failed"})
    public ModuleView disable(@PathParam("name") String name, Optional<Reason> reason) {
        return change(name, new ModuleSwitch.Wish(Set.of(), Set.of(name)), reason);
    }

    private ModuleView change(String name, ModuleSwitch.Wish wish, Optional<Reason> reason) {
        sets.change(
                enabled -> wish,
                Cause.ADMIN,
                reason.map(Reason::reason).orElse(null),
                Call.current().request().ifMatch());
        return view(name);
    }

    private ModuleView view(String name) {
        return views().find(name).orElseThrow(() -> Problem.notFound("module"));
    }

    private ModuleViews views() {
        try (Connection connection = databases.module("platform").getConnection()) {
            return new ModuleViews(modules, states, new SetRows(connection).modules());
        } catch (SQLException e) {
            throw new IllegalStateException("The modules of the organization could not be read", e);
        }
    }

    /** Few and in memory, so the cursor is the name it goes on after. */
    private static Page<ModuleView> page(List<ModuleView> all, ListQuery query) {
        query.filters().keySet().stream()
                .filter(name -> !FILTERS.contains(name))
                .forEach(name -> {
                    throw Problem.parameter(name, "Modules are filtered by state, kind and q.");
                });
        query.sort().filter(sort -> !sort.equals("name")).ifPresent(sort -> {
            throw Problem.parameter("sort", "Modules are sorted by name.");
        });
        var fitting = all.stream().filter(module -> fits(module, query)).toList();
        Optional<String> after = query.cursor();
        var rest = fitting.stream()
                .filter(module -> after.isEmpty() || module.name().compareTo(after.get()) > 0)
                .toList();
        var items = rest.subList(0, Math.min(query.limit(), rest.size()));
        String next = items.size() < rest.size() ? items.get(items.size() - 1).name() : null;
        return new Page<>(items, next, query.count() ? Long.valueOf(fitting.size()) : null);
    }

    private static boolean fits(ModuleView module, ListQuery query) {
        String words = query.filters().getOrDefault("q", "").toLowerCase(Locale.ROOT);
        return module.state().equals(query.filters().getOrDefault("state", module.state()))
                && module.kind().equals(query.filters().getOrDefault("kind", module.kind()))
                && (module.name().contains(words)
                        || module.title().toLowerCase(Locale.ROOT).contains(words));
    }
}
