package io.renoz.data.entity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A row that stays in its table after it was deleted, because others keep pointing at it: {@code deleted_at}. */
@MappedSuperclass
public abstract class KeptRecord extends TenantRecord {

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Override
    public final void delete() {
        deletedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public final boolean deleted() {
        return deletedAt != null;
    }

    @Override
    public final boolean keptWhenDeleted() {
        return true;
    }
}
