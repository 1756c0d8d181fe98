package io.renoz.users.preference;

import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One thing a user likes to have their own way. */
@Entity
@Table(schema = "users", name = "user_preferences")
class Preference extends TenantRecord {

    UUID userId;
    String category;
    String key;
    Json value;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Preference() {}

    Preference(UUID userId, String category, String key, Json value) {
        this.userId = userId;
        this.category = category;
        this.key = key;
        this.value = value;
    }
}
