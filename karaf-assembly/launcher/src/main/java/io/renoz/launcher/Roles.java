package io.renoz.launcher;

import java.util.List;
import java.util.stream.Stream;

/** The roles and the database that Renoz needs, as SQL for a DBA and for the embedded server. */
final class Roles {

    /** One role: who it is, what it may be, which psql variable holds its password. */
    record Role(Login login, String attributes, String variable) {

        String create() {
            return "create role " + login.role() + " " + attributes;
        }
    }

    /** A role that the changelogs name, and the login with another name that is to have its rights. */
    record Membership(String role, String attributes, Login member) {

        String create() {
            return "create role " + role + " " + attributes;
        }

        String grant() {
            return "grant " + role + " to " + member.role();
        }
    }

    private static final String APP = "renoz_app";
    private static final String PLATFORM = "renoz_platform";

    private Roles() {}

    /** {@code createrole}: the owner makes one role a module. {@code noinherit}: the app takes a module's rights on, one at a time. */
    static List<Role> of(Database database) {
        return List.of(
                new Role(database.owner(), "login nosuperuser nobypassrls createrole", "owner_password"),
                new Role(database.app(), "login nosuperuser nobypassrls noinherit", "app_password"),
                new Role(database.platform(), "login nosuperuser nobypassrls", "platform_password"));
    }

    /** Changelogs grant to roles of fixed names; nobody logs in as one of these when the logins are called otherwise. */
    static List<Membership> memberships(Database database) {
        return Stream.of(
                        new Membership(APP, "nologin nosuperuser nobypassrls noinherit", database.app()),
                        new Membership(PLATFORM, "nologin nosuperuser nobypassrls", database.platform()))
                .filter(membership ->
                        !membership.role().equals(membership.member().role()))
                .toList();
    }

    static String createDatabase(Database database) {
        return "create database " + quoted(database) + " owner "
                + database.owner().role() + " encoding 'UTF8' template template0";
    }

    /** Names of roles are plain; that of a database may be any. */
    private static String quoted(Database database) {
        String name = database.name();
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Who may connect; nobody else does, not even by default. */
    static List<String> grants(Database database) {
        return List.of(
                "revoke all on database " + quoted(database) + " from public",
                "grant connect on database " + quoted(database) + " to "
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
            unlessThere(sql, role.create(), "pg_roles where rolname", name);
            sql.append("alter role ")
                    .append(name)
                    .append(" password :'")
                    .append(role.variable())
                    .append("';\n");
        }
        for (Membership membership : memberships(database)) {
            unlessThere(sql, membership.create(), "pg_roles where rolname", membership.role());
            sql.append(membership.grant()).append(";\n");
        }
        unlessThere(sql, createDatabase(database), "pg_database where datname", database.name());
        grants(database).forEach(grant -> sql.append(grant).append(";\n"));
        return sql.toString();
    }

    private static void unlessThere(StringBuilder sql, String statement, String catalog, String name) {
        sql.append("\nselect '").append(statement.replace("'", "''")).append("'\n");
        sql.append("where not exists (select from ")
                .append(catalog)
                .append(" = '")
                .append(name.replace("'", "''"))
                .append("') \\gexec\n");
    }
}
