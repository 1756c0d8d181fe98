package io.renoz.platform.security;

import io.renoz.security.SecretBox;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** AES-256-GCM; the key is looked for when the first secret comes. */
@Component
public final class SealedBox implements SecretBox {

    private static final String PREFIX = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LazyKey key;

    @Activate
    public SealedBox() {
        this(System.getenv());
    }

    /** A box whose key is where those variables say. */
    public SealedBox(Map<String, String> environment) {
        key = new LazyKey(environment);
    }

    @Override
    public String seal(UUID organization, String purpose, String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] ciphertext =
                run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), organization, purpose);
        byte[] all = ByteBuffer.allocate(NONCE_BYTES + ciphertext.length)
                .put(nonce)
                .put(ciphertext)
                .array();
        return PREFIX + Base64.getEncoder().encodeToString(all);
    }

    @Override
    public String open(UUID organization, String purpose, String sealed) {
        if (!sealed.startsWith(PREFIX)) {
            throw new IllegalStateException("The secret " + purpose + " is in no known form.");
        }
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(PREFIX.length())));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] text = new byte[all.remaining()];
        all.get(text);
        return new String(run(Cipher.DECRYPT_MODE, nonce, text, organization, purpose), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, UUID organization, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((organization + "|" + purpose).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret " + purpose + " cannot be sealed or opened with this key.", e);
        }
    }
}
