package io.renoz.users.mfa;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** USR-07: RFC 6238 with SHA-1, six digits and steps of 30 seconds, as every authenticator has it. */
final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int TOLERANCE = 1;
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    /** A fresh secret in Base32 without padding. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeAsString(bytes).replace("=", "");
    }

    /** What authenticators read from a picture. */
    static String uri(String issuer, String account, String secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The step whose code it is, of this one and its neighbours; all are compared, in a time that tells nothing.
     *
     * @param after steps up to this one are used up
     */
    static OptionalLong match(String secret, String code, Instant now, long after) {
        long found = Long.MIN_VALUE;
        for (long step = step(now) - TOLERANCE; step <= step(now) + TOLERANCE; step++) {
            boolean same = MessageDigest.isEqual(bytes(code(secret, step)), bytes(code));
            if (same && step > after) {
                found = step;
            }
        }
        return found == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** The code of a step. */
    static String code(String secret, long step) {
        var key = new SecretKeySpec(new Base32().decode(secret), GENERATOR.getAlgorithm());
        try {
            return GENERATOR.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("The secret of a second factor is no key", e);
        }
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }
}
