package io.renoz.launcher;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Tells which database a start would use and whether it answers. */
final class DatabaseReport {

    private final Settings settings;

    DatabaseReport(Settings settings) {
        this.settings = settings;
    }

    /** One line; refuses with what is wrong. */
    String oneLine() throws Exception {
        Optional<Database> external = settings.external();
        if (external.isPresent()) {
            new ExternalDatabase(external.get()).require();
            return "external at " + external.get().server() + ": " + answer(external.get());
        }
        EmbeddedDatabase embedded = new EmbeddedDatabase(settings.home());
        embedded.requireStartable();
        Optional<Postgres.Alive> alive = embedded.alive();
        if (alive.isEmpty()) {
            boolean made = Files.exists(settings.home().data());
            return "embedded PostgreSQL " + PostgresArchive.VERSION + ", run by "
                    + Account.of(settings.home().data()) + ", " + (made ? "stopped" : "made at the first start");
        }
        Database database = embedded.configured()
                .orElseThrow(() -> new Refusal("db.env is gone"))
                .at(alive.get().port());
        return "embedded on port " + alive.get().port() + ", pid " + alive.get().pid() + ": " + answer(database);
    }

    /** The same with where to find the variables; true when the database can be used. */
    boolean print(Console console) throws Exception {
        boolean external = settings.external().isPresent();
        console.say("Variables   "
                + (external ? "RENOZ_DB_* of the environment" : settings.home().databaseEnv()));
        try {
            console.say("Database    " + oneLine());
            return true;
        } catch (Refusal e) {
            console.complain(e.getMessage());
            return false;
        }
    }

    private static String answer(Database database) throws SQLException {
        String sql = "select current_setting('server_version'), pg_size_pretty(pg_database_size(current_database()))";
        try (Connection connection = ExternalDatabase.connect(database, database.owner());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return "PostgreSQL " + row.getString(1) + ", " + row.getString(2);
        }
    }
}
