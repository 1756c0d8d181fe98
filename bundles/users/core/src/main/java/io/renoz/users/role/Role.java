package io.renoz.users.role;

import io.renoz.data.Audited;
import io.renoz.data.Parts;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Permissions under one name. The built-in ones are there from the first day; others an organization composes itself. */
@Entity
@Table(schema = "users", name = "roles")
@Audited(type = "role", name = "name", security = true)
class Role extends TenantRecord {

    static final String ADMIN = "admin";

    String key;
    String name;

    @Nullable
    String description;

    boolean isSystem;

    @Transient
    @Parts("roleId")
    List<RolePermission> permissions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Role() {}

    /** A built-in one. */
    Role(String key, String name, String description) {
        this.key = key;
        this.name = name;
        this.description = description;
        isSystem = true;
    }

    boolean admin() {
        return isSystem && key.equals(ADMIN);
    }

    Set<String> granted() {
        return permissions.stream().map(granted -> granted.permission).collect(Collectors.toSet());
    }

    /** USR-08: what a module declares for the role, from the day it is first on. */
    void grantDefaults(Set<String> declared) {
        var known = new HashSet<>(granted());
        declared.stream()
                .sorted()
                .filter(known::add)
                .forEach(permission -> permissions.add(new RolePermission(id(), permission, true)));
    }

    /** USR-09: back to what the modules declare. */
    void reset(Set<String> declared) {
        permissions.removeIf(granted -> !declared.contains(granted.permission));
        grantDefaults(declared);
    }

    /** USR-08, USR-09. */
    void mayChange(String keyBefore, String nameBefore) {
        if (admin()) {
            throw Problem.of("is-system-role", "The admin role has every permission and cannot be changed.");
        }
        if (isSystem && !(key.equals(keyBefore) && name.equals(nameBefore))) {
            throw Problem.of("is-system-role", "A built-in role cannot be renamed.");
        }
    }
}
