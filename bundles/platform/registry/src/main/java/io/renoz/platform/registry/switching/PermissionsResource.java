package io.renoz.platform.registry.switching;

import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/permissions}: what can be granted while these modules are on. */
@Component(service = Resource.class)
@Path("permissions")
public final class PermissionsResource implements Resource {

    private final Modules modules;
    private final ModuleGate gate;

    @Activate
    public PermissionsResource(@Reference Modules modules, @Reference ModuleGate gate) {
        this.modules = modules;
        this.gate = gate;
    }

    /** Permissions by module, and what built-in roles start with. */
    public record Permissions(List<OfModule> modules, Map<String, Collection<String>> roles) {}

    /** What one module declares. */
    public record OfModule(String module, List<String> permissions) {}

    @GET
    @Allow("modules.read")
    @Summary("The permissions of the enabled modules, and by built-in role those it starts with")
    public Permissions get() {
        var list = new ArrayList<OfModule>();
        var roles = new TreeMap<String, Collection<String>>();
        var on = new ArrayList<ModuleDescriptor>();
        on.add(KernelPermissions.DESCRIPTOR);
        gate.enabled().forEach(name -> modules.find(name).ifPresent(on::add));
        for (ModuleDescriptor module : on) {
            list.add(new OfModule(module.name(), List.copyOf(module.permissions())));
            module.roles().forEach((role, permissions) -> roles.computeIfAbsent(role, key -> new TreeSet<>())
                    .addAll(permissions));
        }
        on.forEach(
                module -> roles.computeIfAbsent("admin", key -> new TreeSet<>()).addAll(module.permissions()));
        return new Permissions(list, roles);
    }
}
