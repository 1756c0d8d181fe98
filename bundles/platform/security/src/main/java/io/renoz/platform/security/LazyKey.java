package io.renoz.platform.security;

import java.util.Map;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The key, looked for once, when it is first needed. Thread-safe. */
final class LazyKey {

    private final Map<String, String> environment;
    private @Nullable SecretKey found;

    LazyKey(Map<String, String> environment) {
        this.environment = environment;
    }

    synchronized SecretKey get() {
        SecretKey key = found;
        if (key == null) {
            key = SecretKeyFile.of(environment);
            found = key;
        }
        return key;
    }
}
