package io.renoz.security;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps secrets that have to be readable again: AES-256-GCM under the key of the installation. What has only to be recognised,
 * passwords and tokens, is hashed instead. Thread-safe.
 *
 * <p>What is sealed for one organization and one purpose opens for no other. The purpose names the place, such as
 * {@code users.mfa:<id of the factor>}, so that a ciphertext that was moved to another row is of no use.
 */
@ProviderType
public interface SecretBox {

    /** Seals; the same twice gives two texts. ASCII, a third longer than the UTF-8 of the plain text and 42 characters. */
    String seal(UUID organization, String purpose, String plain);

    /**
     * Opens.
     *
     * @throws IllegalStateException when it was sealed under another key, or for something else, or is damaged
     */
    String open(UUID organization, String purpose, String sealed);
}
