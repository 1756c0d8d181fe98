package io.renoz.platform.registry.operator;

import io.renoz.data.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token without its secret. */
public record TokenView(
        UUID id,
        int version,
        String name,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt)
        implements Versioned {}
