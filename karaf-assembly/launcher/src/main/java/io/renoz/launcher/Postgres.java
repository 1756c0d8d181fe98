package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL cluster of ours: its folder, its processes, and how they come up after any death. */
final class Postgres {

    private static final int ATTEMPTS = 5;

    private final Path programs;
    private final Path data;
    private final Path log;
    private final Account account;

    Postgres(Path programs, Path data, Path log, Account account) {
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.account = account;
    }

    /** A server that is alive: its process and the port it listens on. */
    record Alive(long pid, int port) {}

    /** Refuses a folder that another major version has written; it cannot be read, only dumped and restored. */
    static void requireMajor(Path data) {
        Path version = data.resolve("PG_VERSION");
        try {
            if (Files.exists(version)) {
                String found = Files.readString(version).strip();
                if (!found.equals(PostgresArchive.major())) {
                    throw new Refusal("The data in " + data + " was written by PostgreSQL " + found
                            + " and this distribution runs " + PostgresArchive.major() + "; start PostgreSQL " + found
                            + " on it and set RENOZ_DB_URL, or move its content over by dump and restore.");
                }
            }
        } catch (IOException e) {
            throw new Refusal("The data in " + data + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Makes the cluster beside its place and moves it in when it is whole, so that a kill leaves nothing to repair. */
    void create(String superuserPassword) throws IOException, InterruptedException {
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        account.own(fresh);
        Path password = Files.createTempFile(fresh.getParent(), ".superuser", null);
        try {
            Files.writeString(password, superuserPassword);
            account.own(password);
            require(List.of(
                    program("initdb"),
                    "-D",
                    fresh.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-E",
                    "UTF8",
                    "--locale=C"));
        } finally {
            Files.delete(password);
        }
        Files.writeString(fresh.resolve("postgresql.conf"), configuration(), StandardOpenOption.APPEND);
        Files.move(fresh, data);
    }

    /** Local connections by password only; statements are counted for the test that watches schemas. */
    private String configuration() {
        boolean counted = Files.exists(programs.resolve("lib/postgresql/pg_stat_statements.so"))
                || Files.exists(programs.resolve("lib/pg_stat_statements.so"));
        return """

                # Renoz
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 120
                shared_buffers = 128MB
                password_encryption = scram-sha-256
                log_line_prefix = '%m [%p] %u@%d '
                log_checkpoints = off
                """ + (counted ? "shared_preload_libraries = 'pg_stat_statements'\n" : "");
    }

    /** The server of this folder if it lives: after a killed platform it still does and is taken over. */
    Optional<Alive> alive() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4 || !isServer(Long.parseLong(lines.get(0).strip()))) {
            return Optional.empty();
        }
        return Optional.of(new Alive(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(3).strip())));
    }

    /** A server works inside its data folder; any other process of that number has only inherited the number. */
    private boolean isServer(long pid) throws IOException {
        Path cwd = Path.of("/proc", Long.toString(pid), "cwd");
        if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) || !Files.exists(cwd)) {
            return false;
        }
        return Files.isSameFile(cwd, data);
    }

    /**
     * Starts the server, which recovers by itself from a crash, and returns when it takes connections.
     *
     * <p>Backends of a killed server need a moment to notice; until then the new one refuses, so it is tried again.
     */
    void start(int port) throws IOException, InterruptedException {
        account.own(data);
        Files.writeString(log, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        account.own(log);
        dropForeignLock();
        List<String> line = List.of(
                program("pg_ctl"),
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-o",
                "-p " + port,
                "-w",
                "-t",
                "60",
                "start");
        for (int attempt = 1; ; attempt++) {
            if (Command.run(account.line(line), 90).exit() == 0) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new Refusal("PostgreSQL did not start; " + log + " says: " + Folders.tail(log, 3) + ".");
            }
            Thread.sleep(1000); // nothing tells when the last backend has gone
        }
    }

    /** A lock file whose number now belongs to some other program would keep the server from starting for ever. */
    private void dropForeignLock() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file) && alive().isEmpty()) {
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                Files.delete(file);
            }
        }
    }

    /** Stops the server after its running transactions are rolled back; true when there was one. */
    boolean stop() throws IOException, InterruptedException {
        if (alive().isEmpty()) {
            return false;
        }
        Command stop = Command.run(
                account.line(List.of(program("pg_ctl"), "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop")),
                90);
        if (stop.exit() != 0 && alive().isPresent()) {
            throw new Refusal("PostgreSQL did not stop: " + stop.output() + ".");
        }
        return true;
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void require(List<String> line) throws IOException, InterruptedException {
        Command done = Command.run(account.line(new ArrayList<>(line)), 120);
        if (done.exit() != 0) {
            throw new Refusal(Path.of(line.get(0)).getFileName() + " failed: " + done.output());
        }
    }
}
