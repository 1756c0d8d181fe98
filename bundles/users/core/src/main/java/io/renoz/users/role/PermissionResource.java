package io.renoz.users.role;

import io.renoz.data.Page;
import io.renoz.module.ModuleDescriptor;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/permissions}: what can be granted. */
@Component
@Path("permissions")
public final class PermissionResource implements Resource {

    /**
     * A permission.
     *
     * @param title the module's, for people
     * @param roles built-in roles that start with it
     */
    public record View(String permission, String module, String title, Set<String> roles) {}

    private final Declared declared;

    @Activate
    public PermissionResource(@Reference Declared declared) {
        this.declared = declared;
    }

    @GET
    @Summary("Permissions of the modules that are on, with the built-in roles that start with them.")
    public Page<View> list() {
        List<View> views = declared.enabled().stream()
                .flatMap(module -> module.permissions().stream().map(permission -> view(module, permission)))
                .toList();
        return Page.of(views);
    }

    private static View view(ModuleDescriptor module, String permission) {
        var roles = new TreeSet<String>(Set.of(Role.ADMIN));
        module.roles().forEach((role, permissions) -> {
            if (permissions.contains(permission)) {
                roles.add(role);
            }
        });
        return new View(permission, module.name(), module.title(), roles);
    }
}
