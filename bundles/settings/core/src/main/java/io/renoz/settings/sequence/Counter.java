package io.renoz.settings.sequence;

import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;

/** How far a sequence has come in one period. */
@Entity
@Table(schema = "settings", name = "number_sequence_counters")
class Counter extends TenantRecord {

    UUID numberSequenceId;
    String periodKey;
    long nextValue;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Counter() {}
}
