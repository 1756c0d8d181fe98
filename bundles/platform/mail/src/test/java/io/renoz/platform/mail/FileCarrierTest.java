package io.renoz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCarrierTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path home;

    private List<Path> carried(String recipient, int times) throws IOException {
        Path folder = home.resolve("mail");
        var carrier = new FileCarrier(folder, Clock.systemUTC());
        for (int i = 0; i < times; i++) {
            carrier.carry(new Letter(UUID.randomUUID(), recipient, "Subject: Grüße\n\nText"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void writesForItsOwnerAlone() throws IOException {
        Path file = carried("zoe@example.com", 1).get(0);

        assertThat(file.getFileName().toString()).contains("zoe@example.com").endsWith(".eml");
        assertThat(Files.readString(file)).contains("Grüße");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("mail"))))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesItsFolderToNobody() throws IOException {
        assertThat(carried("../../etc/passwd@example.com", 1).get(0).getParent())
                .isEqualTo(home.resolve("mail"));
    }

    @Test
    void keepsTheLatestFiveHundred() throws IOException {
        assertThat(carried("zoe@example.com", 503)).hasSize(500);
    }
}
