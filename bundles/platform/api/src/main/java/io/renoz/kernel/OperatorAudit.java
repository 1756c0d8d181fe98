package io.renoz.kernel;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The log of what the host's staff does; it is only ever added to. Thread-safe. */
@ProviderType
public interface OperatorAudit {

    /**
     * Writes an entry at once, in a transaction of its own.
     *
     * @param tokenName whose token, or {@code shell}
     * @param act verb and path of the operation, or name of the command; at most 100 characters are kept
     * @param organization the one concerned
     * @param details JSON values; no secrets
     * @param requestId of the request
     */
    void write(
            String tokenName,
            String act,
            @Nullable UUID organization,
            Map<String, Object> details,
            @Nullable String requestId);
}
