package io.renoz.users.group;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import io.renoz.users.group.MemberResource.Input;
import io.renoz.users.group.MemberResource.View;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/user-groups/{parent}/members}. Who leads a group cares for its members without being an admin. */
@Component
@Path("user-groups/{parent}/members")
public final class MemberResource implements PartLists<View>, PartCreates<Input, View>, PartDeletes {

    private static final String WRITE = "users.write";

    /**
     * A membership.
     *
     * @param role a plain member when left out
     */
    public record Input(@NotNull UUID userId, @Nullable GroupRole role) {

        public Input {
            role = role == null ? GroupRole.MEMBER : role;
        }
    }

    /** The same as it is stored. */
    public record View(
            UUID id,
            int version,
            UUID groupId,
            UUID userId,
            GroupRole role,
            Instant joinedAt,
            @Nullable UUID addedBy) implements Versioned {}

    private final Rows<GroupMember, Input, View> members;
    private final Tables tables;
    private final Groups groups;
    private final Clock clock;

    @Activate
    public MemberResource(
            @Reference(target = "(domain=users)") Tables tables, @Reference Groups groups, @Reference Clock clock) {
        this.tables = tables;
        this.groups = groups;
        this.clock = clock;
        members = tables.of(GroupMember.class)
                .filter("role", "userId")
                .within("groupId", UserGroup.class)
                .sort("joinedAt")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<GroupMember, Input, View> records() {
        return members;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Summary("Members of a group.")
    public Page<View> list(UUID parent, ListQuery query) {
        return members.within(parent).list(query);
    }

    @GET
    @Path("{id}")
    @Allow(Allow.SIGNED_IN)
    @Summary("One member of a group.")
    public View get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        return members.within(parent).get(id);
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Answers("duplicate-value")
    public List<View> add(UUID parent, List<Input> inputs) {
        requireLead(parent);
        boolean admin = Call.current().permits(WRITE);
        List<View> added = members.within(parent).createAll(inputs, (member, asked) -> {
            if (member.leads() && !admin) {
                throw notAdmin();
            }
            requireUser(member.userId);
            member.join(clock.instant());
        });
        groups.membersChanged(parent);
        return added;
    }

    private void requireUser(UUID user) {
        if (tables.find(User.class, user).filter(User::present).isEmpty()) {
            throw Problem.invalid("userId", "A member is a user who has not left.");
        }
    }

    /** USR-15: leads and managers are made by admins alone. */
    @PATCH
    @Path("{id}")
    @Summary("Changes what a user is in a group; the user stays the same.")
    public View update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<Input> patch) {
        UUID user = tables.find(GroupMember.class, id)
                .map(member -> member.userId)
                .orElseThrow(() -> Problem.notFound("member"));
        View view = members.within(parent).update(id, patch, (member, asked) -> {
            if (!member.userId.equals(user)) {
                throw Problem.invalid("userId", "A membership stays with its user.");
            }
        });
        groups.membersChanged(parent);
        return view;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public void delete(UUID parent, UUID id) {
        requireLead(parent);
        if (!Call.current().permits(WRITE)
                && tables.find(GroupMember.class, id).filter(GroupMember::leads).isPresent()) {
            throw notAdmin();
        }
        members.within(parent).delete(id);
        groups.membersChanged(parent);
    }

    /** USR-15: an admin, or who leads the group or one around it. */
    private void requireLead(UUID group) {
        boolean may = Call.current().permits(WRITE)
                || Call.user().filter(user -> groups.leads(user, group)).isPresent();
        if (!may) {
            throw Problem.of("forbidden", "This needs the permission users.write, or to lead the group.")
                    .with("permission", WRITE);
        }
    }

    private static Problem notAdmin() {
        return Problem.of("forbidden", "Leads and managers are made and removed with the permission users.write.")
                .with("permission", WRITE);
    }
}
