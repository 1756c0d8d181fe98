package io.renoz.kernel;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** The front door of the node, for whoever replaces a module. Thread-safe. */
@ProviderType
public interface Routes {

    /** New requests of the module wait at the door from now on; returns when those inside have ended, or after the limit. */
    boolean hold(String module, Duration limit);

    /** Says that the module will not come back: those who wait get 404, and new ones do not wait. */
    void gone(String module);
}
