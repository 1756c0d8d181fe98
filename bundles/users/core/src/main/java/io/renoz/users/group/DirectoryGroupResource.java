package io.renoz.users.group;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.Lists;
import io.renoz.rest.Summary;
import io.renoz.users.group.DirectoryGroupResource.View;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/directory/groups}: USR-23: active groups, for everybody's pickers. */
@Component
@Path("directory/groups")
public final class DirectoryGroupResource implements Lists<View> {

    /** A group to pick. */
    public record View(
            UUID id,
            int version,
            String name,
            @Nullable String color,
            @Nullable UUID parentGroupId) implements Versioned {}

    private final Rows<UserGroup, Void, View> rows;

    @Activate
    public DirectoryGroupResource(@Reference(target = "(domain=users)") Tables tables) {
        rows = tables.of(UserGroup.class)
                .only("e.isActive = true")
                .filter("parentGroupId")
                .search("name")
                .sort("name")
                .viewed(
                        View.class,
                        group -> new View(group.id(), group.version(), group.name, group.color, group.parentGroupId));
    }

    @Override
    public Rows<UserGroup, Void, View> records() {
        return rows;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Summary("Active groups, for pickers.")
    public Page<View> list(ListQuery query) {
        return rows.list(query);
    }
}
