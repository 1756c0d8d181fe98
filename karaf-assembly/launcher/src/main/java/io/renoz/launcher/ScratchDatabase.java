package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The embedded database in a folder of its own that goes with it: for tests. */
public final class ScratchDatabase implements AutoCloseable {

    private final Home home;
    private final Map<String, String> environment;

    private ScratchDatabase(Home home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** Makes and starts one on a free port; PostgreSQL's programs are unpacked once for all tests of a user. */
    public static ScratchDatabase start() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path programs = temporary.resolve("renoz-test-postgres-" + System.getProperty("user.name"));
        Files.createDirectories(programs);
        Home home = new Home(Files.createTempDirectory(temporary, "renoz-test-"));
        Files.createSymbolicLink(home.postgres(), programs);
        home.prepare();
        new EmbeddedDatabase(home).start(new Console(System.err, System.err));
        return new ScratchDatabase(home, EnvFile.read(home.databaseEnv()));
    }

    /** What the platform is started with: {@code RENOZ_DB_URL}, roles and passwords. */
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() throws IOException {
        try {
            new EmbeddedDatabase(home).stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database stopped", e);
        }
        Files.delete(home.postgres());
        Folders.delete(home.root());
    }
}
