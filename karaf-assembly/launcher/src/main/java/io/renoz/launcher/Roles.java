package io.renoz.launcher;

import java.util.List;

/** The roles and the database that Renoz needs, as SQL for a DBA and for the embedded server. */
final class Roles {

    /** One role: who it is, what it may be, which psql variable holds its password. */
    record Role(Login login, String attributes, String variable) {

        String create() {
            return "create role " + login.role() + " " + attributes;
        }
    }

    private Roles() {}

    /** {@code createrole}: the owner makes one role a module. {@code noinherit}: the app takes a module's rights on, one at a time. */
    static List<Role> of(Database database) {
        return List.of(
                new Role(database.owner(), "login nosuperuser nobypassrls createrole", "owner_password"),
                new Role(database.app(), "login nosuperuser nobypassrls noinherit", "app_password"),
                new Role(database.platform(), "login nosuperuser nobypassrls", "platform_password"));
    }

    static String createDatabase(Database database) {
        return "create database " + database.name() + " owner "
                + database.owner().role() + " encoding 'UTF8' template template0";
    }

    /** Who may connect; nobody else does, not even by default. */
    static List<String> grants(Database database) {
        return List.of(
                "revoke all on database " + database.name() + " from public",
                "grant connect on database " + database.name() + " to "
                        + database.app().role() + ", " + database.platform().role());
    }

    /** A psql script for PostgreSQL 15 or newer that may be run again; passwords come in as psql variables. */
    static String script(Database database) {
        StringBuilder sql = new StringBuilder("""
                -- Roles and database for Renoz. Run once, as a superuser or as your service's administrator; again is harmless.
                -- psql -X -v ON_ERROR_STOP=1 -v owner_password=... -v app_password=... -v platform_password=... -f roles.sql postgres
                """);
        for (Role role : of(database)) {
            String name = role.login().role();
            sql.append("\nselect '").append(role.create()).append("'\n");
            sql.append("where not exists (select from pg_roles where rolname = '")
                    .append(name)
                    .append("') \\gexec\n");
            sql.append("alter role ")
                    .append(name)
                    .append(" password :'")
                    .append(role.variable())
                    .append("';\n");
        }
        sql.append("\nselect '")
                .append(createDatabase(database).replace("'", "''"))
                .append("'\n");
        sql.append("where not exists (select from pg_database where datname = '")
                .append(database.name())
                .append("') \\gexec\n");
        grants(database).forEach(grant -> sql.append(grant).append(";\n"));
        return sql.toString();
    }
}
