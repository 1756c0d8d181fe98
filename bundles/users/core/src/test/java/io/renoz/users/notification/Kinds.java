package io.renoz.users.notification;

import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders are the only kind of record there is. */
final class Kinds implements EntityTypes {

    private static final EntityType ORDER = EntityType.of("orders", "order", "Order", null);

    @Override
    public List<EntityType> all() {
        return List.of(ORDER);
    }

    @Override
    public Optional<EntityType> find(String type) {
        return all().stream().filter(known -> known.type().equals(type)).findFirst();
    }

    @Override
    public EntityType require(String type) {
        return find(type).orElseThrow();
    }

    @Override
    public Optional<EntityLabel> describe(String type, UUID id) {
        return Optional.empty();
    }
}
