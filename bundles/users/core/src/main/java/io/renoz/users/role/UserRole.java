package io.renoz.users.role;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A user has a role; several add up. */
@Entity
@Table(schema = "users", name = "user_roles")
@Audited(type = "user_role", parent = "userId", parentType = "user", security = true)
class UserRole extends TenantRecord {

    UUID userId;
    UUID roleId;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected UserRole() {}

    UserRole(UUID userId, UUID roleId) {
        this.userId = userId;
        this.roleId = roleId;
    }
}
