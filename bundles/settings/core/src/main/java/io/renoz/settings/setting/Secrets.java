package io.renoz.settings.setting;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The box for secrets, whose key is looked for when the first secret comes. */
final class Secrets {

    private final Map<String, String> environment;
    private @Nullable SecretBox box;

    Secrets(Map<String, String> environment) {
        this.environment = environment;
    }

    synchronized SecretBox box() {
        SecretBox ready = box;
        if (ready == null) {
            ready = new SecretBox(SecretKeyFile.of(environment));
            box = ready;
        }
        return ready;
    }
}
