package io.renoz.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The verbs {@code backup} and {@code restore}. */
final class Safekeeping {

    private final Settings settings;
    private final Home home;
    private final Console console;
    private final EmbeddedDatabase embedded;

    Safekeeping(Settings settings, Console console) {
        this.settings = settings;
        this.home = settings.home();
        this.console = console;
        this.embedded = new EmbeddedDatabase(settings.home());
    }

    int carryOut(List<String> arguments) throws Exception {
        if (settings.external().isPresent()) {
            throw new Refusal("The database at " + settings.external().get().server()
                    + " is not ours to copy: back it up with pg_dump, and the files in " + home.root()
                    + " with it, as docs/guide/operator.md says.");
        }
        if (arguments.get(0).equals("backup") && arguments.size() <= 2) {
            return backup(arguments.size() == 2 ? Path.of(arguments.get(1)) : Backup.place(home, Instant.now()));
        }
        return arguments.get(0).equals("restore") && arguments.size() == 2
                ? restore(Path.of(arguments.get(1)))
                : Main.misunderstood(console);
    }

    /** Of a database that runs while it runs; of another one after it was started for this. */
    private int backup(Path file) throws Exception {
        if (!Files.exists(home.data())) {
            throw new Refusal("There is nothing to back up in " + home.root() + " yet.");
        }
        if (embedded.alive().isPresent()) {
            return write(file);
        }
        return HomeLock.take(home).during(() -> {
            embedded.start(console);
            try {
                return write(file);
            } finally {
                embedded.stop();
            }
        });
    }

    private int write(Path file) throws Exception {
        console.step("Backing up", () -> {
            new Backup(home, embedded).write(file);
            return file;
        });
        console.say(file.toAbsolutePath() + ", " + (Files.size(file) >> 20)
                + " MB. It holds the keys and the passwords too: keep it as safe as the installation.");
        return 0;
    }

    private int restore(Path file) throws Exception {
        home.prepare();
        return HomeLock.take(home).during(() -> {
            if (Running.find(home.running()).isPresent() || embedded.alive().isPresent()) {
                throw new Refusal("Renoz runs in " + home.root() + "; './renoz stop' ends it, then restore.");
            }
            Restore.Done done = console.step("Restoring", () -> new Restore(home).from(file));
            console.say("As of " + done.manifest().about("ended") + ", written by Renoz "
                    + done.manifest().about("renoz") + "; './renoz run' starts it.");
            if (done.aside() != null) {
                console.say("What was there before is in " + done.aside() + ".");
            }
            return 0;
        });
    }
}
