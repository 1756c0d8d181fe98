package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateTest {

    @Test
    void secretsAreLongPlainAndNeverTheSame() {
        assertThat(Private.secret()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Private.secret());
    }

    @Test
    void filesAreForTheirOwnerAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("token");

        Private.write(file, "one");
        Private.write(file, "two");

        assertThat(file).hasContent("two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void keepsWhatWasWrittenFirst(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("token");

        assertThat(Private.keep(file, "first")).isEqualTo("first");
        assertThat(Private.keep(file, "second")).isEqualTo("first");
    }
}
