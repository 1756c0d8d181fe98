package io.renoz.settings.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a subscription's requests are signed with: a secret, and for a day after it was replaced the one before.
 *
 * @param until when the one before ends
 */
record SigningSecret(String current, Optional<String> before, Instant until) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    static SigningSecret fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                Optional.empty(),
                Instant.EPOCH);
    }

    /** A new one; the present one stays valid for 24 hours. */
    SigningSecret rotated(Instant now) {
        return new SigningSecret(fresh().current, Optional.of(current), now.plus(OVERLAP));
    }

    static SigningSecret of(String text) {
        String[] parts = text.split(" ", -1);
        return parts.length == 1
                ? new SigningSecret(parts[0], Optional.empty(), Instant.EPOCH)
                : new SigningSecret(parts[0], Optional.of(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2])));
    }

    /** As it is sealed. */
    String text() {
        return before.map(old -> current + " " + old + " " + until.getEpochSecond())
                .orElse(current);
    }

    /** {@code t=<unix seconds>,v1=<hex HMAC-SHA256 of t.body>}, with a second {@code v1} by the secret before while it is valid. */
    String signature(Instant now, byte[] body) {
        long seconds = now.getEpochSecond();
        String header = "t=" + seconds + ",v1=" + mac(current, seconds, body);
        return before.filter(old -> now.isBefore(until))
                .map(old -> header + ",v1=" + mac(old, seconds, body))
                .orElse(header);
    }

    private static String mac(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has HMAC-SHA256.", e);
        }
    }

    /** Without the secrets, so that no log shows them. */
    @Override
    public String toString() {
        return "a secret";
    }
}
