package io.renoz.settings.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    private static final Instant NOW = Instant.parse("2026-07-31T06:30:00Z");
    private static final byte[] BODY = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);

    /** Computed once by {@code printf '%s' '1785479400.{"id": 1}' | openssl dgst -sha256 -hmac whsec_test}. */
    private static final String KNOWN = "351b12e05f90a1afa0258b3f7cdee0dd72ce0d864ea10c5a130ff471b92cd60b";

    @Test
    @DisplayName("SET-23: the signature is t=<unix seconds>,v1=<hex HMAC-SHA256 of t.body>")
    void signs() {
        var secret = new SigningSecret("whsec_test", Optional.empty(), Instant.EPOCH);

        assertThat(secret.signature(NOW, BODY)).isEqualTo("t=1785479400,v1=" + KNOWN);
    }

    @Test
    @DisplayName("SET-23: after a rotation requests are signed with both secrets for 24 hours")
    void overlaps() {
        var first = new SigningSecret("whsec_test", Optional.empty(), Instant.EPOCH);
        SigningSecret second = SigningSecret.of(first.rotated(NOW).text());

        assertThat(second.current()).isNotEqualTo("whsec_test");
        assertThat(second.signature(NOW, BODY)).matches("t=1785479400,v1=[0-9a-f]{64},v1=" + KNOWN);
        assertThat(second.signature(NOW.plus(Duration.ofHours(24)), BODY)).matches("t=[0-9]+,v1=[0-9a-f]{64}");
        assertThat(second.rotated(NOW).before()).contains(second.current());
    }

    @Test
    void isLongAndNeverTheSame() {
        assertThat(SigningSecret.fresh().current()).startsWith("whsec_").hasSize(49);
        assertThat(SigningSecret.fresh().current())
                .isNotEqualTo(SigningSecret.fresh().current());
        assertThat(SigningSecret.fresh().toString()).doesNotContain("whsec");
    }
}
