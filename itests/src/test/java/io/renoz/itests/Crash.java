package io.renoz.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Kills what a platform consists of, as kill -9 does. */
final class Crash {

    private final RunningPlatform platform;

    Crash(RunningPlatform platform) {
        this.platform = platform;
    }

    /** The platform's Java process, named by its pid file. */
    Optional<ProcessHandle> karaf() {
        return process(platform.home().resolve("renoz.pid"));
    }

    /** The database's first process, named by its own pid file. */
    Optional<ProcessHandle> postgres() {
        return process(platform.home().resolve("data").resolve("postmaster.pid"));
    }

    private static Optional<ProcessHandle> process(Path pidFile) {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return ProcessHandle.of(
                    Long.parseLong(lines.findFirst().orElseThrow().strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns when the process is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
