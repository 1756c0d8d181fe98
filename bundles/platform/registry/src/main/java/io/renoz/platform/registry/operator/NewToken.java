package io.renoz.platform.registry.operator;

import io.renoz.data.Versioned;
import io.renoz.rest.Summary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token when it is made. */
public record NewToken(
        UUID id,
        int version,
        String name,
        @Summary("the secret, shown this once") String token,
        @Nullable Instant expiresAt)
        implements Versioned {

    @Override
    public String toString() {
        return "NewToken[" + name + "]";
    }
}
