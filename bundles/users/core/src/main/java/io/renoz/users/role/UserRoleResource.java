package io.renoz.users.role;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.user.User;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/users/{id}/roles}: the roles of one user, changed as a whole under the user's ETag. */
@Component
@Path("users/{id}/roles")
public final class UserRoleResource implements Resource {

    /** All the roles a user is to have. */
    public record Input(@NotNull @Size(max = 50) List<@NotNull UUID> roleIds) {}

    /** The roles of the user with that id and version. */
    public record View(UUID id, int version, List<RoleRef> items) implements Versioned {}

    private final Rows<User, Void, View> users;
    private final Assignments assignments;

    @Activate
    public UserRoleResource(@Reference(target = "(domain=users)") Tables tables, @Reference Assignments assignments) {
        this.assignments = assignments;
        users = tables.of(User.class)
                .sort("name")
                .viewed(View.class, user -> new View(user.id(), user.version(), assignments.of(user.id())));
    }

    @GET
    @Summary("Roles of a user.")
    public View list(@PathParam("id") UUID id) {
        return users.get(id);
    }

    @PUT
    @Allow("users.manage_roles")
    @Answers({"last-admin", "is-self", "is-owner", "scope-exceeds-permissions"})
    @Summary("Replaces the roles of a user.")
    public View replace(@PathParam("id") UUID id, Input input) {
        return users.changeExpected(id, user -> {
            assignments.replace(id, user.isOwner(), input.roleIds());
            user.touch();
        });
    }
}
