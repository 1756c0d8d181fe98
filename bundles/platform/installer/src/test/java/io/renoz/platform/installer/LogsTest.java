package io.renoz.platform.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    @Test
    void cutsOffWhatIsTooLongUnderTheHandsOfWhoeverWrites(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("postgresql.log");
        try (OutputStream writer = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write("a".repeat(100).getBytes(StandardCharsets.UTF_8));
            Logs.shorten(folder, 100);
            assertThat(file).hasSize(100);

            writer.write('b');
            Logs.shorten(folder, 100);
            assertThat(file).isEmptyFile();

            writer.write('c');
        }
        assertThat(file).hasContent("c");
        assertThat(folder.resolve("postgresql.log.1")).hasSize(101);
    }
}
