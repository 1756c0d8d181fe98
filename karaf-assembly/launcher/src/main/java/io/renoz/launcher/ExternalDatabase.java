package io.renoz.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What keeps a database that somebody else runs from being used. */
final class ExternalDatabase {

    private static final int OLDEST = 15;

    private final Database database;

    ExternalDatabase(Database database) {
        this.database = database;
    }

    /** Refuses with everything that is missing at once, so that a DBA is asked once. */
    void require() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new Refusal("The database " + database.name() + " at " + database.server() + " cannot be used: "
                    + String.join("; ", problems) + ". './renoz db roles' prints what a DBA runs once.");
        }
    }

    /** Sentences without a full stop; empty when a start may go on. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        try (Connection owner = connect(database, database.owner())) {
            int major = owner.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST) {
                return List.of("it runs PostgreSQL " + major + " and " + OLDEST + " or newer is needed");
            }
            for (Roles.Role role : Roles.of(database)) {
                inspect(owner, role, problems);
            }
            for (Roles.Membership membership : Roles.memberships(database)) {
                inspect(owner, membership, problems);
            }
            if (!databaseOwner(owner).equals(database.owner().role())) {
                problems.add("it belongs to role " + databaseOwner(owner) + " and not to "
                        + database.owner().role());
            }
        } catch (SQLException e) {
            return List.of(explain(e, database.owner()));
        }
        for (Login login : List.of(database.app(), database.platform())) {
            try (Connection connection = connect(database, login)) {
                connection.isValid(1);
            } catch (SQLException e) {
                problems.add(explain(e, login));
            }
        }
        return List.copyOf(problems);
    }

    private static void inspect(Connection owner, Roles.Role role, List<String> problems) throws SQLException {
        String name = role.login().role();
        String sql = "select rolsuper, rolbypassrls, rolcreaterole, rolinherit from pg_roles where rolname = ?";
        try (PreparedStatement query = owner.prepareStatement(sql)) {
            query.setString(1, name);
            ResultSet row = query.executeQuery();
            if (!row.next()) {
                problems.add("role " + name + " is missing");
                return;
            }
            if (row.getBoolean(1)) {
                problems.add("role " + name + " is a superuser and would see every tenant's rows");
            }
            if (row.getBoolean(2)) {
                problems.add("role " + name + " has BYPASSRLS and would see every tenant's rows");
            }
            if (role.attributes().contains(" createrole") && !row.getBoolean(3)) {
                problems.add("role " + name + " lacks CREATEROLE");
            }
            if (role.attributes().contains(" noinherit") && row.getBoolean(4)) {
                problems.add("role " + name + " must be NOINHERIT");
            }
        }
    }

    private static void inspect(Connection owner, Roles.Membership membership, List<String> problems)
            throws SQLException {
        String sql = "select from pg_roles l where l.rolname = ? and not exists (select from pg_auth_members m"
                + " join pg_roles r on r.oid = m.roleid where m.member = l.oid and r.rolname = ?)";
        try (PreparedStatement query = owner.prepareStatement(sql)) {
            query.setString(1, membership.member().role());
            query.setString(2, membership.role());
            if (query.executeQuery().next()) {
                problems.add("role " + membership.member().role() + " is not a member of role " + membership.role());
            }
        }
    }

    private static String databaseOwner(Connection connection) throws SQLException {
        String sql = "select pg_get_userbyid(datdba) from pg_database where datname = current_database()";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nobody";
        }
    }

    private static String explain(SQLException e, Login login) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals("28P01") || state.equals("28000")) {
            return "role " + login.role() + " is missing, may not log in or has another password";
        }
        if (state.equals("3D000")) {
            return "there is no such database";
        }
        if (state.startsWith("08")) {
            return "the server does not answer (" + firstLine(e) + ")";
        }
        return "role " + login.role() + " cannot connect: " + firstLine(e);
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "");
    }

    /** Connects within five seconds or not at all. */
    static Connection connect(Database database, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("ApplicationName", "renoz-launcher");
        return DriverManager.getConnection(database.url(), properties);
    }
}
