package io.renoz.users.group;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.users.group.GroupResource.Input;
import io.renoz.users.group.GroupResource.View;
import io.renoz.users.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/user-groups}. */
@Component
@Path("user-groups")
@Answers({"group-cycle", "duplicate-value"})
public final class GroupResource implements Crud<Input, View> {

    /**
     * What an admin may set.
     *
     * @param email of a mailbox that the group shares
     * @param isActive yes when left out
     */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 500) String description,

            @Nullable @Size(max = 7) @Pattern(regexp = "#[0-9A-Fa-f]{6}")
            String color,

            @Nullable @Size(max = 255) String email,
            @Nullable UUID parentGroupId,
            Boolean isActive) {

        public Input {
            isActive = isActive == null || isActive;
            if (email != null) {
                email = EmailAddress.checked("email", email);
            }
        }
    }

    /** A group. */
    public record View(
            UUID id,
            int version,
            String name,
            @Nullable String description,
            @Nullable String color,
            @Nullable String email,
            @Nullable UUID parentGroupId,
            Boolean isActive,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    private final Rows<UserGroup, Input, View> rows;
    private final Tables tables;
    private final Groups groups;

    @Activate
    public GroupResource(@Reference(target = "(domain=users)") Tables tables, @Reference Groups groups) {
        this.tables = tables;
        this.groups = groups;
        rows = tables.of(UserGroup.class)
                .filter("isActive", "parentGroupId")
                .search("name")
                .sort("name")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<UserGroup, Input, View> records() {
        return rows;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        groups.nesting().waitForOthers();
        return rows.createAll(inputs, (group, asked) -> requireRoom(group));
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        groups.nesting().waitForOthers();
        return rows.update(id, patch, (group, asked) -> requireRoom(group));
    }

    private void requireRoom(UserGroup group) {
        UUID parent = group.parentGroupId;
        if (parent != null) {
            groups.nesting().requireRoom(group.id(), parent);
        }
    }

    /** USR-15: the members go, the groups within move up. */
    @Override
    public void delete(UUID id) {
        UserGroup group = tables.require(UserGroup.class, id);
        rows.delete(id);
        groups.dissolve(group);
    }
}
