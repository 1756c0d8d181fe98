package io.renoz.settings.export;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SET-20: the same value has the same pseudonym throughout a file, and no other file has it: the key is the file's own and is kept
 * nowhere.
 */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 16;

    private final Mac mac;

    Pseudonyms() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String of(Object value) {
        byte[] digest = mac.doFinal(value.toString().getBytes(StandardCharsets.UTF_8));
        return "anon-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }
}
