package io.renoz.users.user;

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

/** People as records that others can hang things on. */
@Component
public final class UserTypes implements EntityTypeProvider {

    private static final String USER = "user";

    private final Tables tables;

    @Activate
    public UserTypes(@Reference(target = "(domain=users)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(EntityType.of("users", USER, "User", "/api/v1/users/users/{id}"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return type.equals(USER)
                ? tables.find(User.class, id).map(user -> EntityLabel.named(user.name))
                : Optional.empty();
    }
}
