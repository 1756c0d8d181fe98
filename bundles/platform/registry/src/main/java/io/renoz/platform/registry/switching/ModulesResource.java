package io.renoz.platform.registry.switching;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.kernel.MemoryList;
import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.kernel.ModuleStates;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.platform.registry.deployed.Kind;
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
import java.util.Map;
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

    /** What a module is to an organization. */
    enum State {
        AVAILABLE,
        ENABLED,
        DISABLED,
        SUSPENDED
    }

    private static final MemoryList<ModuleView> LIST = MemoryList.by("name", ModuleView::name)
            .filter("state", State.class, ModuleView::state)
            .filter("kind", Kind.class, ModuleView::kind)
            .filter("q", String.class, ModulesResource::mentions);

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

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", LIST.offer());
    }

    @GET
    @Allow("modules.read")
    @Summary("The modules as this organization may see them")
    public Tagged<Page<ModuleView>> list(@Context ListQuery query) {
        List<ModuleView> all = views().all();
        String tag = gate.revision(Call.tenant()) + "." + Integer.toHexString(all.hashCode());
        return new Tagged<>(LIST.read(all, query), tag);
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

    private static boolean mentions(ModuleView module, String words) {
        String asked = words.toLowerCase(Locale.ROOT);
        return module.name().contains(asked)
                || module.title().toLowerCase(Locale.ROOT).contains(asked);
    }
}
