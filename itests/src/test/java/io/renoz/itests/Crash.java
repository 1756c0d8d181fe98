package io.renoz.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Kills what a platform consists of, as kill -9 does. */
final class Crash {

    private final RunningPlatform platform;

    Crash(RunningPlatform platform) {
        this.platform = platform;
    }

    /** The platform's Java process, named by its pid file. */
    ProcessHandle karaf() {
        return process(platform.home().resolve("renoz.pid"));
    }

    /** The database's first process, named by its own pid file. */
    ProcessHandle postgres() {
        return process(platform.home().resolve("data").resolve("postmaster.pid"));
    }

    private static ProcessHandle process(Path pidFile) {
        try (Stream<String> lines = Files.lines(pidFile)) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(pidFile + " names no process"));
        } catch (IOException e) {
            throw new AssertionError("nothing to kill", e);
        }
    }

    /** Returns when the process is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
