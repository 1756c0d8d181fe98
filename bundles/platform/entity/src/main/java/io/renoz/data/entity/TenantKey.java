package io.renoz.data.entity;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The primary key of every table that belongs to an organization. */
public final class TenantKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable UUID organizationId;
    private @Nullable UUID id;

    /** For JPA. */
    public TenantKey() {}

    public TenantKey(UUID organizationId, UUID id) {
        this.organizationId = organizationId;
        this.id = id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantKey key
                && Objects.equals(key.id, id)
                && Objects.equals(key.organizationId, organizationId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(organizationId, id);
    }
}
