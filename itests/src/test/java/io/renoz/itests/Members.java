package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** More people of a tenant, signed in. */
final class Members {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Tenant tenant;

    private Members(Tenant tenant) {
        this.tenant = tenant;
    }

    static Members of(Tenant tenant) {
        return new Members(tenant);
    }

    /** Somebody with a built-in role. */
    Client with(String role) {
        String email = role.replace('_', '-') + COUNT.incrementAndGet() + "@" + tenant.slug() + ".example";
        Answer made = add(email, role);
        Answer roles = tenant.admin().get("users/users/" + made.id() + "/roles").expect(200);
        tenant.admin()
                .ifMatch(roles.etag())
                .put("users/users/" + made.id() + "/roles", "{\"roleIds\": [\"%s\"]}".formatted(roleId(role)))
                .expect(200);
        return Tenant.signIn(tenant.slug(), email);
    }

    /** Somebody without any role. */
    Client without() {
        String email = "nobody" + COUNT.incrementAndGet() + "@" + tenant.slug() + ".example";
        add(email, "nobody");
        return Tenant.signIn(tenant.slug(), email);
    }

    /** A machine account made over the API becomes a person with the admin's password in the database. */
    private Answer add(String email, String name) {
        Answer made = tenant.admin()
                .post("users/users", "{\"email\": \"%s\", \"name\": \"Max %s\"}".formatted(email, name))
                .expect(201);
        String admin = tenant.admin().get("users/me").expect(200).id();
        try (Sql sql = Sql.as("ADMIN")) {
            List<String> columns = sql.texts("select quote_ident(column_name) from information_schema.columns"
                    + " where table_schema = 'users' and table_name = 'user_credentials' and is_generated = 'NEVER'"
                    + " and column_name not in ('id', 'user_id')");
            String all = String.join(", ", columns);
            sql.execute("update users.users set type = 'staff' where id = '" + made.id() + "'");
            sql.execute("delete from users.user_credentials where user_id = '" + made.id() + "'");
            sql.execute("insert into users.user_credentials (user_id, " + all + ") select '" + made.id() + "', " + all
                    + " from users.user_credentials where user_id = '" + admin + "'");
            sql.connection().commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return made;
    }

    private String roleId(String key) {
        for (JsonNode role :
                tenant.admin().get("users/roles?limit=200").expect(200).body().path("items")) {
            if (role.path("key").asText().equals(key)) {
                return role.path("id").asText();
            }
        }
        throw new AssertionError("no role " + key);
    }
}
