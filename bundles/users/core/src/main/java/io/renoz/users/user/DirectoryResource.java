package io.renoz.users.user;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.Lists;
import io.renoz.rest.Summary;
import io.renoz.users.api.GroupRef;
import io.renoz.users.group.Groups;
import io.renoz.users.role.Assignments;
import io.renoz.users.user.DirectoryResource.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/directory}: active users and their groups, for everybody's pickers. */
@Component
@Path("directory")
public final class DirectoryResource implements Lists<Entry> {

    /** A colleague. */
    public record Entry(
            UUID id,
            int version,
            String name,
            @Nullable String email,
            @Nullable String jobTitle,
            @Nullable String department,
            @Nullable UUID avatarAttachmentId,
            List<Team> groups)
            implements Versioned {

        Entry withoutEmail() {
            return new Entry(id, version, name, null, jobTitle, department, avatarAttachmentId, groups);
        }

        Entry in(List<Team> teams) {
            return new Entry(id, version, name, email, jobTitle, department, avatarAttachmentId, teams);
        }
    }

    /** A group. */
    public record Team(UUID id, String name) {}

    private final Rows<User, Void, Entry> users;
    private final Assignments assignments;
    private final Groups groups;

    @Activate
    public DirectoryResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Assignments assignments,
            @Reference Groups groups) {
        this.assignments = assignments;
        this.groups = groups;
        users = tables.of(User.class)
                .only("e.status = io.renoz.users.api.UserStatus.ACTIVE")
                .filter(
                        "role",
                        String.class,
                        key -> "exists (select g from UserRole g, Role r"
                                + " where g.userId = e.id and r.id = g.roleId and r.key = :value)")
                .filter(
                        "groupId",
                        UUID.class,
                        group -> "exists (select m from GroupMember m where m.userId = e.id and m.groupId = :value)")
                .search("name", "jobTitle")
                .sort("name")
                .viewed(Entry.class, DirectoryResource::entry);
    }

    private static Entry entry(User user) {
        return new Entry(
                user.id(),
                user.version(),
                user.name,
                user.email,
                user.jobTitle,
                user.department,
                user.avatarAttachmentId,
                List.of());
    }

    @Override
    public Rows<User, Void, Entry> records() {
        return users;
    }

    /** USR-23: everybody sees who is active; who only looks on sees no addresses. */
    @Override
    @Allow(Allow.SIGNED_IN)
    @Summary("Active users with their groups, for pickers.")
    public Page<Entry> list(ListQuery query) {
        Page<Entry> page = users.list(query);
        Map<UUID, List<GroupRef>> teams =
                groups.of(page.items().stream().map(Entry::id).toList());
        Page<Entry> entries = page.map(entry -> entry.in(teams.getOrDefault(entry.id(), List.of()).stream()
                .filter(GroupRef::active)
                .map(group -> new Team(group.id(), group.name()))
                .toList()));
        return onlyLooksOn() ? entries.map(Entry::withoutEmail) : entries;
    }

    private boolean onlyLooksOn() {
        return Call.user()
                .map(assignments::keysOf)
                .filter(roles -> !Set.of("viewer").containsAll(roles))
                .isEmpty();
    }
}
