package io.renoz.users.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final String SECRET =
            new Base32().encodeAsString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @DisplayName("USR-07: the test values of RFC 6238, in six digits")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    @DisplayName("USR-07: one step of tolerance either way, and no more")
    void toleratesOneStep() {
        Instant now = Instant.ofEpochSecond(1_000_000_000);
        long step = Totp.step(now);

        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, near), now, Long.MIN_VALUE))
                    .hasValue(near);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2), now, Long.MIN_VALUE))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2), now, Long.MIN_VALUE))
                .isEmpty();
    }

    @Test
    @DisplayName("USR-07: a step that was used is used, and so is every one before it")
    void takesACodeOnce() {
        Instant now = Instant.ofEpochSecond(1_000_000_000);
        long step = Totp.step(now);

        assertThat(Totp.match(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 1), now, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 1), now, step)).hasValue(step + 1);
    }

    @Test
    void isReadByAuthenticators() {
        String secret = Totp.secret();

        assertThat(secret).hasSize(32).matches("[A-Z2-7]+").isNotEqualTo(Totp.secret());
        assertThat(Totp.uri("Acme & Söhne", "a@acme.example", secret))
                .isEqualTo("otpauth://totp/Acme%20%26%20S%C3%B6hne:a%40acme.example?secret=" + secret
                        + "&issuer=Acme%20%26%20S%C3%B6hne&algorithm=SHA1&digits=6&period=30");
    }
}
