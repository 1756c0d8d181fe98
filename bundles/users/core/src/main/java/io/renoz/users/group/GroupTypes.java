package io.renoz.users.group;

import io.renoz.data.Tables;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Groups as records that others can hang things on. */
@Component
public final class GroupTypes implements EntityTypeProvider {

    private static final String GROUP = "user_group";

    private final Tables tables;

    @Activate
    public GroupTypes(@Reference(target = "(domain=users)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(EntityType.of("users", GROUP, "Group", "/api/v1/users/user-groups/{id}"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return type.equals(GROUP)
                ? tables.find(UserGroup.class, id).map(group -> EntityLabel.named(group.name))
                : Optional.empty();
    }
}
