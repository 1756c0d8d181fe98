package io.renoz.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Tries each thing a start needs and says what it finds; starts nothing. */
final class Doctor {

    private final Settings settings;
    private final Console console;
    private boolean well = true;

    Doctor(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** True when a start would get past its checks. */
    boolean examine() {
        Home home = settings.home();
        check("Java", () -> Runtime.version() + ", " + System.getProperty("os.arch"));
        check("RENOZ_HOME", () -> home.root() + " can be written, " + writable(home) + " MB free");
        check("HTTP", this::http);
        check("Database", this::database);
        return well;
    }

    /** Free MB. */
    private static long writable(Home home) {
        home.prepare();
        return home.room() >> 20;
    }

    private String http() throws Exception {
        Optional<Running> running = Running.find(settings.home().running());
        if (running.isPresent()) {
            return running.get().url() + " is served by us, pid "
                    + running.get().pid();
        }
        if (!Ports.isFree(settings.host(), settings.port())) {
            throw new Refusal("port " + settings.port() + " is used by another program");
        }
        return "port " + settings.port() + " is free";
    }

    private String database() throws Exception {
        return new DatabaseReport(settings).oneLine();
    }

    private void check(String subject, Callable<String> work) {
        try {
            console.say(String.format("ok    %-12s %s", subject, work.call()));
        } catch (Exception e) {
            well = false;
            console.say(String.format("FAIL  %-12s %s", subject, e.getMessage()));
        }
    }
}
