package io.renoz.users;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.UUID;

/** Gives roles without asking who may. */
public final class TestRoles {

    private TestRoles() {}

    public static void give(Tables tables, UUID user, String key) {
        tables.entities()
                .createNativeQuery("insert into users.user_roles (organization_id, user_id, role_id)"
                        + " select organization_id, ?1, id from users.roles where organization_id = ?2 and key = ?3")
                .setParameter(1, user)
                .setParameter(2, Call.tenant())
                .setParameter(3, key)
                .executeUpdate();
    }

    /** The id of a role. */
    public static UUID id(Tables tables, String key) {
        return (UUID) tables.entities()
                .createNativeQuery("select id from users.roles where organization_id = ?1 and key = ?2")
                .setParameter(1, Call.tenant())
                .setParameter(2, key)
                .getSingleResult();
    }
}
