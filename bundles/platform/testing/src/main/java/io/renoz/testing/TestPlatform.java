package io.renoz.testing;

import io.renoz.blob.BlobStore;
import io.renoz.blob.ContentTypes;
import io.renoz.data.Databases;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.kernel.RecordChange;
import io.renoz.launcher.ScratchDatabase;
import io.renoz.mail.MailMessage;
import io.renoz.mail.Mailer;
import io.renoz.platform.blobs.FileBlobs;
import io.renoz.platform.blobs.SniffedTypes;
import io.renoz.platform.data.Standalone;
import io.renoz.platform.migrations.Patience;
import io.renoz.platform.migrations.SchemaMigrator;
import io.renoz.platform.security.SealedBox;
import io.renoz.security.SecretBox;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything below the REST resources of the modules on the class path, over a PostgreSQL of its own: started at the first use,
 * shared by all tests of a JVM, gone with it. Tests keep apart by using a fresh {@link Organization} each. Thread-safe.
 */
public final class TestPlatform {

    private static final class Holder {
        static final TestPlatform SHARED = start();
    }

    private final Standalone platform;
    private final CountedDatabases databases;
    private final Map<String, String> environment;
    private final Sinks sinks;
    private final SecretBox secrets = new SealedBox(Map.of("RENOZ_SECRET_KEY", "A".repeat(43) + "="));
    private final ContentTypes contentTypes = new SniffedTypes();
    private final Mailbox mailbox;
    private final BlobStore blobs;
    private final Map<String, Tables> tables = new HashMap<>();

    private TestPlatform(ScratchDatabase database) throws Exception {
        environment = database.environment();
        sinks = new Sinks();
        platform = another(environment);
        mailbox = new Mailbox(platform.transactions());
        blobs = new FileBlobs(platform.transactions(), Files.createTempDirectory("renoz-blobs-"));
        databases = new CountedDatabases(platform.databases());
        migrate();
    }

    /** The platform once more over the same database and the same transactions, reached another way; close it afterwards. */
    Standalone another(Map<String, String> variables) {
        return new Standalone(
                TestServer.TRANSACTIONS, TestServer.TRANSACTIONS, variables, sinks.audit(), sinks.outbox());
    }

    /** The tables of a module on the class path, over that one. */
    static Tables tables(Standalone platform, String name) throws Exception {
        for (TestModule module : TestModule.all()) {
            if (module.descriptor().name().equals(name)) {
                return platform.tables(
                        name, TestUnit.open(module, platform.databases().module(name)));
            }
        }
        throw new IllegalArgumentException(name + " is not on the class path");
    }

    /** {@code RENOZ_DB_URL} and the rest. */
    Map<String, String> environment() {
        return environment;
    }

    /** The one of this JVM. */
    public static TestPlatform shared() {
        return Holder.SHARED;
    }

    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private static TestPlatform start() {
        LIQUIBASE.setLevel(Level.WARNING);
        try {
            ScratchDatabase database = ScratchDatabase.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
            return new TestPlatform(database);
        } catch (Exception e) {
            throw new IllegalStateException("The test database did not come up", e);
        }
    }

    private static void close(ScratchDatabase database) {
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrate() throws Exception {
        var migrator = new SchemaMigrator(platform.databases(), Baseline.files(), Patience.ofSeconds(20));
        migrator.prepare();
        for (TestModule module : TestModule.all()) {
            migrator.migrate(module.descriptor(), module);
            String name = module.descriptor().name();
            var factory = TestUnit.open(module, databases.module(name));
            tables.put(name, platform.tables(name, factory));
        }
    }

    /** The tables of a module on the class path. */
    public Tables tables(String module) {
        Tables found = tables.get(module);
        if (found == null) {
            throw new IllegalArgumentException(module + " is not on the class path; there are " + tables.keySet());
        }
        return found;
    }

    public Transactions transactions() {
        return platform.transactions();
    }

    public Databases databases() {
        return databases;
    }

    /** A box with a key of its own. */
    public SecretBox secrets() {
        return secrets;
    }

    /** A store in a folder of its own. */
    public BlobStore blobs() {
        return blobs;
    }

    /** What tells the types of files. */
    public ContentTypes contentTypes() {
        return contentTypes;
    }

    /** Takes mails as the platform's own does, in the transaction of whoever sends; see {@link #mailed}. */
    public Mailer mailer() {
        return mailbox;
    }

    /** What has been sent so far by committed transactions, by all tests. */
    public List<MailMessage> mailed() {
        return mailbox.sent();
    }

    /** How many statements modules have sent so far, in all tests; a batch of inserts is one. */
    public long statements() {
        return databases.sent();
    }

    public EventPublisher events() {
        return platform.events();
    }

    /** A new tenant, empty but for what the test makes. */
    public Organization organization() {
        return new Organization(this);
    }

    /** What has been told to the audit log so far, by all tests. */
    public List<RecordChange> audited() {
        return sinks.changes;
    }

    /** What has been written to the outbox so far, by all tests. */
    public List<DomainEvent> published() {
        return sinks.events;
    }
}
