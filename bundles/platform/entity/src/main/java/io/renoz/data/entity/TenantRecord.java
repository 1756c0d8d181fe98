package io.renoz.data.entity;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.MappedSuperclass;
import javax.persistence.PrePersist;
import javax.persistence.PreUpdate;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.AdditionalCriteria;
import org.jspecify.annotations.Nullable;

/**
 * The columns of {@code platform.tenant_row}. Every statement names the organization: reads by the criteria, whose value the
 * platform gives each persistence context, updates and deletes by the key.
 */
@MappedSuperclass
@IdClass(TenantKey.class)
@AdditionalCriteria("this.organizationId = :organization")
public abstract class TenantRecord implements Row {

    @Id
    @Column(name = "organization_id", updatable = false)
    private @Nullable UUID organizationId;

    @Id
    private UUID id = Ids.next();

    @Version
    private int version;

    @Column(name = "created_at", updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at")
    private @Nullable Instant updatedAt;

    @Column(name = "created_by", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "updated_by")
    private @Nullable UUID updatedBy;

    @Override
    public final UUID id() {
        return id;
    }

    @Override
    public final int version() {
        return version;
    }

    @Override
    public final @Nullable UUID organization() {
        return organizationId;
    }

    /** Only for a row whose id is given from outside, such as the organization's own. */
    protected final void identify(UUID given) {
        id = given;
    }

    /** When the row was stored; null until then. */
    protected final @Nullable Instant createdAt() {
        return createdAt;
    }

    /** The user who made the row; null until it is stored, and where no user did. */
    protected final @Nullable UUID createdBy() {
        return createdBy;
    }

    /** When the row, or a part of it, was changed last; null until it is stored. */
    protected final @Nullable Instant updatedAt() {
        return updatedAt;
    }

    /** The user who changed the row last, if a user did. */
    protected final @Nullable UUID updatedBy() {
        return updatedBy;
    }

    @PrePersist
    void created() { // not final: EclipseLink refuses a final callback, and only at the first use
        organizationId = Call.tenant();
        createdAt = now();
        updatedAt = createdAt;
        createdBy = Call.user().orElse(null);
        updatedBy = createdBy;
    }

    @Override
    @PreUpdate
    public void touch() {
        updatedAt = now();
        updatedBy = Call.user().orElse(null);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS); // what timestamptz keeps
    }
}
