package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {

    @Test
    void findsALivingProcess(@TempDir Path folder) throws IOException {
        Running running = Running.of(ProcessHandle.current(), "http://127.0.0.1:8080");

        running.write(folder.resolve("pid"));

        assertThat(Running.find(folder.resolve("pid"))).isEqualTo(Optional.of(running));
    }

    @Test
    void isNotFooledByAnotherProcessOfTheSameNumber(@TempDir Path folder) throws IOException {
        Running before = new Running(ProcessHandle.current().pid(), 1, "http://127.0.0.1:8080");

        before.write(folder.resolve("pid"));

        assertThat(Running.find(folder.resolve("pid"))).isEmpty();
    }

    @Test
    void isEmptyWhenTheFileMakesNoSense(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("pid"), "x\ny\nz\n");

        assertThat(Running.find(file)).isEmpty();
    }

    @Test
    void isEmptyWhenNothingWasWritten(@TempDir Path folder) throws IOException {
        assertThat(Running.find(folder.resolve("pid"))).isEmpty();
    }
}
