package io.renoz.security;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Forgets what tokens stand for, here and on every node, within a second. Thread-safe. */
@ProviderType
public interface TokenCache {

    /** After the current transaction has committed, tokens of this organization are looked up again. */
    void invalidate(UUID organization);
}
