package io.renoz.users.role;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import io.renoz.security.TokenCache;
import io.renoz.users.role.RoleResource.Input;
import io.renoz.users.role.RoleResource.View;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/roles}. */
@Component
@Path("roles")
@Answers({"role-in-use", "is-system-role", "unknown-permission", "scope-exceeds-permissions"})
public final class RoleResource implements Crud<Input, View> {

    /** A permission a role grants. */
    public record Grant(@NotBlank @Size(max = 100) String permission) {}

    /** The same with where it came from. */
    public record Granted(String permission, boolean isDefault) {}

    /** What an admin may set. */
    public record Input(
            @NotNull @Size(max = 50) @Pattern(regexp = "[a-z][a-z0-9_]*")
            String key,

            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 500) String description,
            @Size(max = 1000) List<@Valid @NotNull Grant> permissions) {

        public Input {
            permissions = permissions == null
                    ? List.of()
                    : permissions.stream().distinct().toList();
        }
    }

    /** A role; admin shows no permissions because it has them all. */
    public record View(
            UUID id,
            int version,
            String key,
            String name,
            @Nullable String description,
            boolean isSystem,
            List<Granted> permissions)
            implements Versioned {}

    private final Rows<Role, Input, View> roles;
    private final Tables tables;
    private final Declared declared;
    private final TokenCache tokens;
    private final EventPublisher events;

    @Activate
    public RoleResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Declared declared,
            @Reference TokenCache tokens,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.declared = declared;
        this.tokens = tokens;
        this.events = events;
        roles = tables.of(Role.class).filter("isSystem").sort("name").byName(Input.class, View.class);
    }

    @Override
    public Rows<Role, Input, View> records() {
        return roles;
    }

    @Override
    @Allow("users.manage_roles")
    public List<View> add(List<Input> inputs) {
        List<View> views = roles.createAll(inputs, (role, asked) -> checkGranted(role.granted()));
        views.forEach(view -> tell(view.id())); // nobody has them yet, so no token stands for anything else
        return views;
    }

    @Override
    @Allow("users.manage_roles")
    public View update(UUID id, Patch<Input> patch) {
        Role before = tables.require(Role.class, id);
        String key = before.key;
        String name = before.name;
        Set<String> had = before.granted();
        View view = roles.update(id, patch, (role, asked) -> {
            role.mayChange(key, name);
            var added = new HashSet<>(role.granted());
            added.removeAll(had);
            checkGranted(added);
        });
        changed(id);
        return view;
    }

    private void checkGranted(Set<String> permissions) {
        Granting.checkKnown(declared.everywhere(), permissions);
        Granting.check(Call.current(), permissions);
    }

    @Override
    @Allow("users.manage_roles")
    public void delete(UUID id) {
        Role role = tables.require(Role.class, id);
        if (role.isSystem) {
            throw Problem.of("is-system-role", "A built-in role cannot be deleted.");
        }
        if (tables.findBy(UserRole.class, "roleId", id).isPresent()) {
            throw Problem.of("role-in-use", "Somebody has the role " + role.name + ".");
        }
        roles.delete(id);
        changed(id);
    }

    @POST
    @Path("{id}/reset")
    @Allow("users.manage_roles")
    @Summary("Gives a built-in role the permissions that modules declare for it.")
    public View reset(@PathParam("id") UUID id) {
        View view = roles.change(id, role -> {
            if (!role.isSystem || role.admin()) {
                throw Problem.transition("Only a built-in role other than admin has defaults to go back to.");
            }
            role.reset(declared.defaultsHere(role.key));
            role.touch();
        });
        changed(id);
        return view;
    }

    private void changed(UUID role) {
        tokens.invalidate(Call.tenant());
        tell(role);
    }

    private void tell(UUID role) {
        events.publish(new DomainEvent("users.role.changed", "role", role, Map.of()));
    }
}
