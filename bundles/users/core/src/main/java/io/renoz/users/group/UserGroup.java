package io.renoz.users.group;

import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.users.api.GroupRef;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A team. It stays when it is deleted, because closed work names it. */
@Entity
@Table(schema = "users", name = "user_groups")
@Audited(type = "user_group", name = "name")
@Emits(type = "group")
class UserGroup extends KeptRecord {

    @Searchable
    String name;

    @Nullable
    String description;

    @Nullable
    String color;

    @Nullable
    String email;

    @Nullable
    UUID parentGroupId;

    Boolean isActive = true;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected UserGroup() {}

    GroupRef ref() {
        return new GroupRef(id(), name, parentGroupId, isActive);
    }
}
