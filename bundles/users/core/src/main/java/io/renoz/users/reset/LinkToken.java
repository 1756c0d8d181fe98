package io.renoz.users.reset;

import io.renoz.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A secret for one act, as it stands in a link: it names its purpose and its organization, then come 32 random bytes. Only the
 * hash is stored, so what is looked up tells nothing in its time.
 */
public record LinkToken(String text, UUID organization) {

    /** What it is for; none passes for another. */
    public enum Kind {
        INVITATION("rni_"),
        PASSWORD_RESET("rnp_"),
        EMAIL_VERIFICATION("rne_"),
        MFA_CHALLENGE("rnc_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final int PREFIX = 4;
    private static final int UUID_LENGTH = 36;
    private static final int SECRET_BYTES = 32;
    private static final Pattern REST =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh one. */
    public static LinkToken of(Kind kind, UUID organization) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String random = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new LinkToken(kind.prefix + organization + "_" + random, organization);
    }

    /** What somebody sent, if it looks like one of ours for that purpose. */
    public static Optional<LinkToken> read(Kind kind, String sent) {
        return sent.startsWith(kind.prefix)
                        && REST.matcher(sent.substring(PREFIX)).matches()
                ? Optional.of(new LinkToken(sent, UUID.fromString(sent.substring(PREFIX, PREFIX + UUID_LENGTH))))
                : Optional.empty();
    }

    /**
     * The same, where nothing else will do.
     *
     * @throws Problem {@code invalid-token}
     */
    public static LinkToken require(Kind kind, String sent) {
        return read(kind, sent).orElseThrow(LinkToken::invalid);
    }

    /** The one answer to tokens that never were, are used or are over. */
    public static Problem invalid() {
        return Problem.of("invalid-token", "This link is not valid, or not any more; ask for a new one.");
    }

    /** SHA-256 of all of it, in hex. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return text.substring(0, PREFIX + UUID_LENGTH) + "_...";
    }
}
