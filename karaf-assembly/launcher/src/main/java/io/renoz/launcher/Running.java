package io.renoz.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The platform process of this RENOZ_HOME as its pid file tells it.
 *
 * @param pid of the process
 * @param started in milliseconds since 1970; with the pid it names a process even after numbers are used again
 * @param url where it serves
 */
record Running(long pid, long started, String url) {

    static Running of(ProcessHandle process, String url) {
        return new Running(process.pid(), startOf(process), url);
    }

    /** The process when it is still alive. */
    static Optional<Running> find(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3 || !isNumber(lines.get(0)) || !isNumber(lines.get(1))) {
            return Optional.empty();
        }
        Running running = new Running(Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)), lines.get(2));
        return running.process().map(process -> running);
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }

    void write(Path file) throws IOException {
        Private.write(file, pid + "\n" + started + "\n" + url + "\n");
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process) == started)
                .filter(process -> !isZombie());
    }

    /** Killed, and only waiting for a parent that may never ask. */
    private boolean isZombie() {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                    .contains(") Z ");
        } catch (IOException e) {
            return false; // gone meanwhile, or no Linux
        }
    }

    /** The process when it is alive and not just dying: one that does not serve gets two seconds to be gone. */
    static Optional<Running> findSettled(Path file) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + 2_000_000_000L;
        Optional<Running> running = find(file);
        while (running.isPresent() && !running.get().serves() && System.nanoTime() < deadline) {
            Thread.sleep(50);
            running = find(file);
        }
        return running;
    }

    private boolean serves() {
        URI uri = URI.create(url);
        return !Ports.isFree(uri.getHost(), uri.getPort());
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
