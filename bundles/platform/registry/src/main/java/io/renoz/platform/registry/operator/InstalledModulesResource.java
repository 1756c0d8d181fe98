package io.renoz.platform.registry.operator;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.kernel.MemoryList;
import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.platform.registry.deployed.Kind;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/modules}: what is deployed, and how it stands on the node that answers. */
@Component(service = Resource.class)
@OperatorPlane
@Path("modules")
public final class InstalledModulesResource implements Resource {

    private static final MemoryList<ModuleDescriptor> LIST =
            MemoryList.by("name", ModuleDescriptor::name).filter("kind", Kind.class, ModuleDescriptor::kind);

    private final Modules modules;
    private final ModuleStates states;

    @Activate
    public InstalledModulesResource(@Reference Modules modules, @Reference ModuleStates states) {
        this.modules = modules;
        this.states = states;
    }

    /** A module on this node. */
    public record Installed(
            String name,
            String title,
            String kind,
            String vendor,
            String version,
            @Summary("active, starting or failed") String state,
            @Summary("what is missing") @Nullable String reason,
            List<String> requires,
            List<String> uses) {}

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", LIST.offer());
    }

    @GET
    @Summary("The deployed modules with their state on this node")
    public Page<Installed> list(@Context ListQuery query) {
        Map<String, ModuleState> byName =
                states.all().stream().collect(Collectors.toMap(ModuleState::module, Function.identity()));
        return LIST.read(modules.all(), query).map(module -> installed(module, byName.get(module.name())));
    }

    private static Installed installed(ModuleDescriptor module, @Nullable ModuleState state) {
        return new Installed(
                module.name(),
                module.title(),
                module.kind(),
                module.vendor(),
                module.version(),
                state == null ? "starting" : state.state(),
                state == null || state.reason().isEmpty() ? null : state.reason(),
                List.copyOf(module.requires()),
                List.copyOf(module.uses()));
    }
}
