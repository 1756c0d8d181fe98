package io.renoz.settings.setting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** SET-10: AES-256-GCM. What is sealed for one setting of one organization opens nowhere else. */
final class SecretBox {

    private static final String PREFIX = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    SecretBox(SecretKey key) {
        this.key = key;
    }

    String seal(String plain, UUID organization, String setting) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] ciphertext =
                run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), organization, setting);
        byte[] all = ByteBuffer.allocate(NONCE_BYTES + ciphertext.length)
                .put(nonce)
                .put(ciphertext)
                .array();
        return PREFIX + Base64.getEncoder().encodeToString(all);
    }

    /**
     * @throws IllegalStateException when it was sealed with another key or for something else
     */
    String open(String ciphertext, UUID organization, String setting) {
        if (!ciphertext.startsWith(PREFIX)) {
            throw new IllegalStateException("The secret " + setting + " is in no known form.");
        }
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(ciphertext.substring(PREFIX.length())));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] text = new byte[all.remaining()];
        all.get(text);
        return new String(run(Cipher.DECRYPT_MODE, nonce, text, organization, setting), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, UUID organization, String setting) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((organization + "|" + setting).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret " + setting + " cannot be sealed or opened with this key.", e);
        }
    }
}
