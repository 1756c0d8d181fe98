package io.renoz.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.security.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedBoxTest {

    private static final UUID ACME = UUID.randomUUID();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path home;

    private SecretBox box() {
        return new SealedBox(Map.of("RENOZ_HOME", home.toString()));
    }

    @Test
    @DisplayName("SET-10: what is sealed is unreadable and opens with the same key")
    void opensWhatItSealed() {
        String ciphertext = box().seal(ACME, "mail.password", "s3cret ü");

        assertThat(ciphertext).startsWith("v1:").doesNotContain("s3cret");
        assertThat(box().open(ACME, "mail.password", ciphertext)).isEqualTo("s3cret ü");
        assertThat(box().seal(ACME, "mail.password", "s3cret ü")).isNotEqualTo(ciphertext);
    }

    @Test
    @DisplayName("SET-10: it opens for no other organization and no other setting")
    void opensNowhereElse() {
        String ciphertext = box().seal(ACME, "mail.password", "s3cret");

        assertThatThrownBy(() -> box().open(UUID.randomUUID(), "mail.password", ciphertext))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box().open(ACME, "mail.host", ciphertext)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsItsKeyForItsOwnerAlone() throws IOException {
        box().seal(ACME, "mail.password", "s3cret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void takesTheKeyOfTheEnvironmentFirst() {
        var environment = Map.of("RENOZ_SECRET_KEY", "A".repeat(43) + "=", "RENOZ_HOME", home.toString());

        assertThat(SecretKeyFile.of(environment).getEncoded()).hasSize(32).containsOnly(0);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void refusesKeysOfAnotherSize() {
        assertThatThrownBy(() -> SecretKeyFile.of(Map.of("RENOZ_SECRET_KEY", "AAAA")))
                .hasMessageContaining("3 bytes");
        assertThatThrownBy(() -> SecretKeyFile.of(Map.of())).hasMessageContaining("RENOZ_SECRET_KEY");
    }
}
