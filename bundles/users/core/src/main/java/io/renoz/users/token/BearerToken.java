package io.renoz.users.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * USR-02: {@code rns_<organization>_<secret>} for a session, {@code rnz_...} for an API token; the secret is 32 random bytes.
 * Only the hash is stored.
 */
public record BearerToken(String text, UUID organization, boolean session) {

    private static final Pattern FORM = Pattern.compile(
            "rn([sz])_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})_[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh one for a session. */
    public static BearerToken session(UUID organization) {
        return fresh("rns_", organization, true);
    }

    /** A fresh one for a program. */
    static BearerToken api(UUID organization) {
        return fresh("rnz_", organization, false);
    }

    private static BearerToken fresh(String prefix, UUID organization, boolean session) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String text = prefix + organization + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new BearerToken(text, organization, session);
    }

    /** What somebody sent, if it looks like one of ours. */
    static Optional<BearerToken> read(String sent) {
        Matcher form = FORM.matcher(sent);
        return form.matches()
                ? Optional.of(new BearerToken(
                        sent, UUID.fromString(form.group(2)), form.group(1).equals("s")))
                : Optional.empty();
    }

    /** SHA-256 of the whole token, in hex; its 256 random bits need no slower hash. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The beginning of the secret, to recognise it by. */
    String shown() {
        int secret = text.lastIndexOf(organization.toString())
                + organization.toString().length()
                + 1;
        return text.substring(0, 4) + text.substring(secret, secret + SHOWN - 10);
    }

    @Override
    public String toString() {
        return shown() + "...";
    }
}
