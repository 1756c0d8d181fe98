package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The verbs {@code run}, {@code stop} and {@code status}: database first, platform second, and back in reverse. */
final class Platform {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int LOG_LINES = 25;

    private final Settings settings;
    private final Home home;
    private final Console console;
    private final EmbeddedDatabase embedded;

    Platform(Settings settings, Console console) {
        this.settings = settings;
        this.home = settings.home();
        this.console = console;
        this.embedded = new EmbeddedDatabase(settings.home());
    }

    /** Starts all; returns when it is ready (detached) or when it has been stopped (in the foreground). */
    int run(boolean detached) throws Exception {
        home.prepare();
        Optional<Running> running = Running.findSettled(home.running());
        if (running.isPresent()) {
            return joinRunning(running.get());
        }
        return HomeLock.take(home).during(() -> {
            requirePort();
            if (settings.external().isPresent()) {
                new ExternalDatabase(settings.external().get()).require();
            } else {
                embedded.requireStartable();
            }
            return start(detached);
        });
    }

    /** A second run finds the first: it only brings back a database that died under it. */
    private int joinRunning(Running running) throws Exception {
        if (settings.external().isEmpty() && embedded.alive().isEmpty()) {
            Optional<HomeLock> lock = HomeLock.tryTake(home); // held: a launcher in the foreground is at it already
            if (lock.isPresent()) {
                return lock.get().during(() -> reviveDatabase(running));
            }
        }
        throw new Refusal("Renoz is already running at " + running.url() + " (pid " + running.pid() + ") from "
                + home.root() + "; './renoz stop' ends it.");
    }

    private int reviveDatabase(Running running) throws Exception {
        EmbeddedDatabase.Started started = embedded.start(console);
        console.say("Renoz was running at " + running.url() + " (pid " + running.pid()
                + ") without its PostgreSQL, which is back: " + started.how() + ".");
        return 0;
    }

    private void requirePort() {
        if (!Ports.isFree(settings.host(), settings.port())) {
            throw new Refusal("Port " + settings.port() + " on " + settings.host()
                    + " is used by another program; end that one or choose another port with RENOZ_HTTP_PORT.");
        }
    }

    private int start(boolean detached) throws Exception {
        Stopper stopper = new Stopper();
        Thread hook = new Thread(stopper::stopQuietly, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Database database = stopper.whileRunning(this::database);
            Process process = stopper.whileRunning(() -> startPlatform(database, detached, stopper));
            awaitReady(process, detached);
            announce();
            if (detached) {
                stopper.release();
                return 0;
            }
            return watch(process, database, stopper);
        } catch (Exception e) {
            stopper.stop();
            throw e;
        }
    }

    private Database database() throws Exception {
        if (settings.external().isPresent()) {
            return settings.external().get();
        }
        long begun = System.nanoTime();
        EmbeddedDatabase.Started started = embedded.start(console);
        console.say(String.format(
                Locale.ROOT,
                "%-48s %5.1f s",
                "PostgreSQL on port " + started.database().port() + ": " + started.how(),
                (System.nanoTime() - begun) / 1e9));
        return started.database();
    }

    private Process startPlatform(Database database, boolean detached, Stopper stopper) throws Exception {
        KarafBase base = new KarafBase(home, settings.distribution());
        if (base.isStale()) {
            console.step("Unpacking the distribution", base::unpack);
        }
        base.lay();
        Process process = new Karaf(settings, base).start(variables(database), detached);
        stopper.process = Optional.of(process.toHandle());
        Running.of(process.toHandle(), url()).write(home.running());
        return process;
    }

    private void awaitReady(Process process, boolean detached) throws Exception {
        boolean ready = console.step(
                "Starting the platform", () -> new Readiness(url()).await(process.toHandle(), START_LIMIT));
        if (ready) {
            return;
        }
        String end = process.isAlive()
                ? "not ready after " + START_LIMIT.toSeconds() + " s"
                : "ended with exit code " + process.waitFor();
        throw new Refusal("The platform is " + end + "; the last lines of its log:\n" + lastLines(detached));
    }

    private String url() {
        return Settings.url(settings.host(), settings.port());
    }

    private String lastLines(boolean detached) throws IOException {
        String console = detached ? Folders.tail(home.consoleLog(), LOG_LINES) : "";
        return console.isBlank() ? Folders.tail(home.log().resolve("renoz.log"), LOG_LINES) : console;
    }

    /** What the platform finds in its environment. */
    private Map<String, String> variables(Database database) throws IOException {
        Map<String, String> variables = new HashMap<>(database.env());
        variables.put("RENOZ_HOME", home.root().toString());
        variables.put("RENOZ_HTTP_HOST", settings.host());
        variables.put("RENOZ_HTTP_PORT", Integer.toString(settings.port()));
        variables.put("RENOZ_SHELL_PORT", Integer.toString(shellPort()));
        String given = settings.env().getOrDefault("RENOZ_OPERATOR_TOKEN", "");
        variables.put(
                "RENOZ_OPERATOR_TOKEN",
                given.isBlank() ? Private.keep(home.operatorToken(), "rno_" + Private.secret()) : given);
        return variables;
    }

    /** The shell's port is kept, so that a saved ssh command works tomorrow. */
    private int shellPort() throws IOException {
        int kept = Integer.parseInt(Private.keep(home.root().resolve("shell-port"), Integer.toString(Ports.free())));
        return Ports.freeNear(kept);
    }

    private void announce() {
        boolean given = !settings.env().getOrDefault("RENOZ_OPERATOR_TOKEN", "").isBlank();
        String token = given ? "$RENOZ_OPERATOR_TOKEN" : "$(cat " + home.operatorToken() + ")";
        console.say("");
        console.say("Renoz runs at   " + url());
        console.say("Operator token  " + (given ? "as given in RENOZ_OPERATOR_TOKEN" : home.operatorToken()));
        console.say("Next            curl -H \"Authorization: Bearer " + token + "\" " + url()
                + "/api/v1/operator/organizations");
    }

    /** Waits for the platform's end and meanwhile brings back a database that dies. */
    private int watch(Process process, Database database, Stopper stopper) throws Exception {
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            if (settings.external().isEmpty() && embedded.alive().isEmpty() && !stopper.stopping.get()) {
                console.complain("PostgreSQL on port " + database.port() + " has died; starting it again.");
                embedded.start(console);
            }
        }
        stopper.stop();
        int exit = process.exitValue();
        if (exit == 0 || exit == 143) {
            return 0;
        }
        throw new Refusal("The platform ended with exit code " + exit + "; see " + home.log() + "/renoz.log.");
    }

    /** Ends the platform, then its database; true when anything was running. */
    boolean stop() throws Exception {
        Optional<Running> running = Running.find(home.running());
        Stopper stopper = new Stopper();
        stopper.process = running.flatMap(Running::process);
        return stopper.stop();
    }

    /** 0 when ready, 3 when stopped, 1 in between. */
    int status() throws Exception {
        Optional<Running> running = Running.find(home.running());
        String database = settings.external()
                .map(external -> "external at " + external.server())
                .orElseGet(() -> "embedded, " + embeddedState());
        console.say("RENOZ_HOME  " + home.root());
        console.say("Database    " + database);
        if (running.isEmpty()) {
            console.say("Platform    stopped");
            return 3;
        }
        boolean ready = new Readiness(running.get().url()).isReady();
        console.say("Platform    " + (ready ? "ready" : "not ready") + " at "
                + running.get().url() + ", pid " + running.get().pid());
        return ready ? 0 : 1;
    }

    private String embeddedState() {
        try {
            return embedded.alive()
                    .map(alive -> "running on port " + alive.port())
                    .orElse("stopped");
        } catch (IOException e) {
            return "unknown: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    /** Undoes a start from wherever it has come to, once, whoever asks first. */
    private final class Stopper {

        private final AtomicBoolean stopping = new AtomicBoolean();
        private volatile Optional<ProcessHandle> process = Optional.empty();

        /** Takes one step of a start, unless the end has begun; the end waits for the step. */
        synchronized <T> T whileRunning(Callable<T> step) throws Exception {
            if (stopping.get()) {
                throw new Refusal("Stopped while starting.");
            }
            return step.call();
        }

        /** From now on what was started stays, whatever happens to us. */
        void release() {
            stopping.set(true);
        }

        synchronized boolean stop() throws Exception {
            if (!stopping.compareAndSet(false, true)) {
                return false;
            }
            Optional<ProcessHandle> alive = process.filter(ProcessHandle::isAlive);
            if (alive.isPresent() && !console.step("Stopping the platform", () -> Karaf.stop(alive.get()))) {
                console.complain("The platform did not stop by itself and was killed.");
            }
            Files.deleteIfExists(home.running());
            boolean served = settings.external().isEmpty() && embedded.alive().isPresent();
            if (served) {
                console.step("Stopping PostgreSQL", embedded::stop);
            }
            return served || alive.isPresent();
        }

        void stopQuietly() {
            try {
                stop();
            } catch (Exception e) {
                console.complain("Not everything stopped: " + e.getMessage());
            }
        }
    }
}
