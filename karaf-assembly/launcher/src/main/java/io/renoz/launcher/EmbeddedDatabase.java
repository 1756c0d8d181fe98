package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The PostgreSQL that comes with Renoz: made at the first start, kept in {@code RENOZ_HOME}, reached by passwords in db.env. */
final class EmbeddedDatabase {

    private static final String ADMIN_PASSWORD = "RENOZ_DB_ADMIN_PASSWORD";

    private final Home home;

    EmbeddedDatabase(Home home) {
        this.home = home;
    }

    /** Everything that can be known to be wrong before anything is started. */
    void requireStartable() throws IOException, InterruptedException {
        Postgres.requireMajor(home.data());
        if (Files.exists(home.data()) && !Files.exists(home.databaseEnv())) {
            throw new Refusal("The passwords of the data in " + home.data() + " were in " + home.databaseEnv()
                    + ", which is gone; restore that file from a backup.");
        }
        Account.of(home.data()).requireReach(home.root());
    }

    /** How the server came up, and where it is. */
    record Started(Database database, String how) {}

    /** Brings the server up from whatever state it was left in; one that still lives is taken over. */
    Started start(Console console) throws Exception {
        requireStartable();
        if (!PostgresArchive.unpacked(home.postgres())) {
            console.step(
                    "Unpacking PostgreSQL " + PostgresArchive.VERSION, () -> PostgresArchive.unpack(home.postgres()));
        }
        Map<String, String> env = Files.exists(home.databaseEnv()) ? EnvFile.read(home.databaseEnv()) : firstEnv();
        Postgres postgres = postgres();
        if (!Files.exists(home.data())) {
            console.step("Creating the database cluster", () -> {
                postgres.create(env.getOrDefault(ADMIN_PASSWORD, ""));
                return postgres;
            });
        }
        Optional<Postgres.Alive> alive = postgres.alive();
        if (alive.isPresent()) {
            Database database = database(env).at(alive.get().port());
            write(database, env);
            ensureRoles(database, env);
            return new Started(database, "still running, taken over");
        }
        boolean crashed = Files.exists(home.data().resolve("postmaster.pid"));
        Database database = database(env).at(Ports.freeNear(database(env).port()));
        write(database, env);
        postgres.start(database.port());
        ensureRoles(database, env);
        return new Started(database, crashed ? "recovered after it was killed" : "started");
    }

    /** The server's place when it lives. */
    Optional<Postgres.Alive> alive() throws IOException, InterruptedException {
        return Files.exists(home.data()) ? postgres().alive() : Optional.empty();
    }

    boolean stop() throws IOException, InterruptedException {
        return Files.exists(home.data()) && postgres().stop();
    }

    /** What db.env says, empty before the first start. */
    Optional<Database> configured() throws IOException {
        return Files.exists(home.databaseEnv())
                ? Optional.of(database(EnvFile.read(home.databaseEnv())))
                : Optional.empty();
    }

    /** A connection that may do everything, to the server that runs. */
    Connection admin() throws IOException, SQLException {
        Map<String, String> env = EnvFile.read(home.databaseEnv());
        Login admin = new Login("postgres", env.getOrDefault(ADMIN_PASSWORD, ""));
        return ExternalDatabase.connect(database(env), admin);
    }

    private Postgres postgres() throws IOException, InterruptedException {
        Path programs = home.postgres().resolve(PostgresArchive.VERSION);
        return new Postgres(programs, home.data(), home.postgresLog(), Account.of(home.data()));
    }

    private static Database database(Map<String, String> env) {
        return Database.of(env).orElseThrow(() -> new Refusal("db.env has no RENOZ_DB_URL; restore it from a backup."));
    }

    /** The first db.env, on disk before the cluster is: a kill in between loses nothing. */
    private Map<String, String> firstEnv() throws IOException {
        Database database = new Database(
                "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/" + Database.NAME,
                new Login("renoz_owner", Private.secret()),
                new Login("renoz_app", Private.secret()),
                new Login("renoz_platform", Private.secret()));
        Map<String, String> env = new LinkedHashMap<>();
        env.put(ADMIN_PASSWORD, Private.secret());
        write(database, env);
        return EnvFile.read(home.databaseEnv());
    }

    private void write(Database database, Map<String, String> old) throws IOException {
        Map<String, String> env = database.env();
        env.put("RENOZ_DB_ADMIN", "postgres");
        env.put(ADMIN_PASSWORD, old.getOrDefault(ADMIN_PASSWORD, ""));
        EnvFile.write(home.databaseEnv(), """
                # The embedded PostgreSQL. To look at it:
                #   . %s && PGPASSWORD=$RENOZ_DB_OWNER_PASSWORD psql -h 127.0.0.1 -p %d -U $RENOZ_DB_OWNER %s
                # Row level security shows an owner no tenant's rows before: set app.organization_id = '<uuid>';
                """.formatted(home.databaseEnv(), database.port(), database.name()), env);
    }

    /** Makes what {@code db roles} would have a DBA make; the second time it finds all of it. */
    private void ensureRoles(Database database, Map<String, String> env) throws SQLException {
        Login admin = new Login("postgres", env.getOrDefault(ADMIN_PASSWORD, ""));
        String server = "jdbc:postgresql://127.0.0.1:" + database.port() + "/";
        Database postgres = new Database(server + "postgres", admin, admin, admin);
        try (Connection connection = ExternalDatabase.connect(postgres, admin);
                Statement statement = connection.createStatement()) {
            for (Roles.Role role : Roles.of(database)) {
                if (!exists(
                        connection,
                        "select from pg_roles where rolname = ?",
                        role.login().role())) {
                    statement.execute(
                            role.create() + " password '" + role.login().password() + "'");
                }
            }
            if (!exists(connection, "select from pg_database where datname = ?", database.name())) {
                statement.execute(Roles.createDatabase(database));
            }
            for (String grant : Roles.grants(database)) {
                statement.execute(grant);
            }
        }
        Database renoz = new Database(server + database.name(), admin, admin, admin);
        try (Connection connection = ExternalDatabase.connect(renoz, admin);
                Statement statement = connection.createStatement()) {
            if (exists(connection, "select from pg_available_extensions where name = ?", "pg_stat_statements")) {
                statement.execute("create extension if not exists pg_stat_statements");
                statement.execute(
                        "grant pg_read_all_stats to " + database.platform().role());
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }
}
