package io.renoz.users.user;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.rest.WhileEnrolling;
import io.renoz.users.api.AccessControl;
import io.renoz.users.delegation.StandIn;
import io.renoz.users.delegation.StandIns;
import io.renoz.users.role.Assignments;
import io.renoz.users.role.RoleRef;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/me}: who is signed in. */
@Component
@Path("me")
@Allow(Allow.SIGNED_IN)
public final class MeResource implements Resource {

    /** What people may change of themselves. */
    public record Input(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 100) String firstName,
            @Nullable @Size(max = 100) String lastName,
            @Nullable @Size(max = 50) String phone,
            @Nullable @Size(max = 100) String jobTitle,
            @Nullable @Size(max = 1000) String bio,
            @Nullable @Size(max = 64) String timezone,
            @Nullable @Size(max = 20) String locale) {

        public Input {
            Regional.check(timezone, locale);
        }
    }

    /**
     * Oneself.
     *
     * @param permissions what this session or token may do, in modules that are on
     * @param modules the modules that are on
     * @param delegations who stands in for the caller now, and for whom the caller does
     */
    public record View(
            UUID id,
            int version,
            UserView user,
            List<RoleRef> roles,
            Set<String> permissions,
            Set<String> modules,
            List<StandIn> delegations)
            implements Versioned {}

    private final Rows<User, Input, UserView> users;
    private final Assignments assignments;
    private final AccessControl access;
    private final ModuleGate gate;
    private final StandIns standIns;

    @Activate
    public MeResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Assignments assignments,
            @Reference AccessControl access,
            @Reference ModuleGate gate,
            @Reference StandIns standIns) {
        this.assignments = assignments;
        this.access = access;
        this.gate = gate;
        this.standIns = standIns;
        users = tables.of(User.class).sort("name").byName(Input.class, UserView.class);
    }

    @GET
    @WhileEnrolling
    @Summary("The caller's profile, roles and permissions.")
    public View get() {
        return view(users.get(me()));
    }

    @PATCH
    @Summary("Changes the caller's profile.")
    public View update(Patch<Input> patch) {
        return view(users.update(me(), patch));
    }

    private View view(UserView user) {
        Call call = Call.current();
        Set<String> permissions = call.owns("*") ? access.effectivePermissions(user.id()) : new TreeSet<>(call.all());
        return new View(
                user.id(),
                user.version(),
                user,
                assignments.of(user.id()),
                permissions,
                gate.enabled(),
                standIns.of(user.id()));
    }

    private static UUID me() {
        return Call.user().orElseThrow(() -> Problem.notFound("user"));
    }
}
