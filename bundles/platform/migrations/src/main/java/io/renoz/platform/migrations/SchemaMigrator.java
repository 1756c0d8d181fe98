package io.renoz.platform.migrations;

import io.renoz.data.Databases;
import io.renoz.kernel.Migrator;
import io.renoz.module.ModuleDescriptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates as the database's owner, one schema at a time on all nodes, each in one transaction together with its inspection
 * and the note that it ran.
 */
public final class SchemaMigrator implements Migrator {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigrator.class);

    private static final String PLATFORM = "platform";
    private static final String LOCK = "hashtext('renoz.migration')";
    private static final String UNCHANGED = """
            select from platform.migrations m
             where m.module = ? and m.hash = ?
               and m.changes = (select count(*) from platform.databasechangelog c where c.filename = m.module)
            """;
    private static final String NOTE = """
            insert into platform.migrations (module, hash, changes)
            values (?, ?, (select count(*) from platform.databasechangelog c where c.filename = ?))
            on conflict (module) do update
               set hash = excluded.hash, changes = excluded.changes, migrated_at = now()
            """;
    private static final String DEPLOYED = """
            insert into platform.modules as m (name, title, kind, vendor, active_version) values (?, ?, ?, ?, ?)
            on conflict (name) do update
               set title = excluded.title, kind = excluded.kind, vendor = excluded.vendor,
                   active_version = excluded.active_version, updated_at = now(), version = m.version + 1
             where (m.title, m.kind, m.vendor, m.active_version)
                   is distinct from (excluded.title, excluded.kind, excluded.vendor, excluded.active_version)
            """;

    private final Databases databases;
    private final Files platform;
    private final Patience patience;
    private final ReentrantLock one = new ReentrantLock();
    private boolean prepared;

    private interface Work {
        void run(Connection connection) throws Exception;
    }

    /**
     * @param platform the files of the platform's own changelog
     * @param patience with a busy database
     */
    public SchemaMigrator(Databases databases, Files platform, Patience patience) {
        this.databases = databases;
        this.platform = platform;
        this.patience = patience;
    }

    /**
     * Brings schema {@code platform} up to its changelog; does nothing the second time.
     *
     * @throws MigrationFailed naming change set and cause
     */
    public void prepare() {
        one.lock();
        try {
            if (!prepared) {
                baseline();
                prepared = true;
            }
        } catch (Exception e) {
            throw Failures.of(PLATFORM, e);
        } finally {
            one.unlock();
        }
    }

    @Override
    public boolean migrate(ModuleDescriptor module, Files files) {
        prepare();
        one.lock();
        try {
            String hash = Fingerprint.of(module.name() + " of " + module.vendor(), files);
            if (unchanged(module.name(), hash)) {
                return false;
            }
            Additive.check(files);
            inTransaction(module.name(), c -> apply(module, files, hash, c));
            return true;
        } catch (Exception e) {
            throw Failures.of(module.name(), e);
        } finally {
            one.unlock();
        }
    }

    /** Notes the version that serves from now on, for whoever asks what this installation knows. */
    void deployed(ModuleDescriptor module) {
        try (Connection c = databases.owner().getConnection();
                PreparedStatement note = c.prepareStatement(DEPLOYED)) {
            note.setString(1, module.name());
            note.setString(2, module.title());
            note.setString(3, module.kind());
            note.setString(4, module.vendor());
            note.setString(5, module.version());
            note.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of(module.name(), e);
        }
    }

    private void baseline() throws Exception {
        String hash = Fingerprint.of(PLATFORM, platform);
        if (exists("platform.migrations") && unchanged(PLATFORM, hash)) {
            return;
        }
        if (!exists("platform.databasechangelog") || !exists("platform.databasechangeloglock")) {
            bootstrap();
        }
        inTransaction(PLATFORM, c -> {
            Changelog.updatePlatform(platform, c);
            note(c, PLATFORM, hash);
        });
        log.info("Schema platform is up to date.");
    }

    /** Under a lock of the session, because Liquibase commits while it makes its tables. */
    private void bootstrap() throws Exception {
        try (Connection c = databases.owner().getConnection();
                Statement s = c.createStatement()) {
            s.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                s.execute("create schema if not exists platform");
                Changelog.prepare(c);
            } finally {
                if (!c.getAutoCommit()) {
                    c.rollback();
                    c.setAutoCommit(true);
                }
                s.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private static void apply(ModuleDescriptor module, Files files, String hash, Connection c) throws Exception {
        try (PreparedStatement open = c.prepareStatement("call platform.open_module(?, ?)")) {
            open.setString(1, module.name());
            open.setString(2, module.vendor());
            open.execute();
        }
        Inspection inspection = Inspection.begin(module, c);
        Changelog.update(module, files, c);
        inspection.end();
        note(c, module.name(), hash);
    }

    private static void note(Connection c, String module, String hash) throws SQLException {
        try (PreparedStatement note = c.prepareStatement(NOTE)) {
            note.setString(1, module);
            note.setString(2, hash);
            note.setString(3, module);
            note.executeUpdate();
        }
    }

    private void inTransaction(String module, Work work) throws Exception {
        patience.until(module, () -> {
            try (Connection c = databases.owner().getConnection()) {
                c.setAutoCommit(false);
                transaction(work, c);
            }
            return module;
        });
    }

    /** Another migration is waited for as long as it takes; a lock on a table only for a moment. */
    private static void transaction(Work work, Connection c) throws Exception {
        boolean committed = false;
        try (Statement s = c.createStatement()) {
            s.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            s.execute("set local lock_timeout = '300ms'");
            work.run(c);
            c.commit();
            committed = true;
        } finally {
            if (!committed) {
                c.rollback();
            }
            c.setAutoCommit(true);
        }
    }

    private boolean exists(String table) throws SQLException {
        return answers("select where to_regclass(?) is not null", table);
    }

    private boolean unchanged(String module, String hash) throws SQLException {
        return answers(UNCHANGED, module, hash);
    }

    private boolean answers(String question, String... values) throws SQLException {
        try (Connection c = databases.owner().getConnection();
                PreparedStatement query = c.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
