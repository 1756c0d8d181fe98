package io.renoz.activities.feed;

import java.util.UUID;

/** ACT-08: the history of a record shows its parts too, unless asked not to. */
final class History {

    private History() {}

    static Where of(String entityType, UUID entityId, boolean withParts) {
        var itself = new Where().and("entity_type = ?", entityType).and("entity_id = ?", entityId);
        return withParts
                ? itself.or(new Where().and("parent_type = ?", entityType).and("parent_id = ?", entityId))
                : itself;
    }
}
