package io.renoz.users.role;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One permission of a role. */
@Entity
@Table(schema = "users", name = "role_permissions")
@Audited(type = "role_permission", name = "permission", parent = "roleId", parentType = "role", security = true)
class RolePermission extends TenantRecord {

    UUID roleId;
    String permission;

    /** It came from the module's own declaration. */
    boolean isDefault;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected RolePermission() {}

    RolePermission(UUID roleId, String permission, boolean isDefault) {
        this.roleId = roleId;
        this.permission = permission;
        this.isDefault = isDefault;
    }
}
