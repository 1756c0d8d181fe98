package io.renoz.pipeline.reason;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Why a deal was won or lost. */
@Entity
@Table(schema = "pipeline", name = "win_loss_reasons")
@Audited(type = "win_loss_reason", name = "name")
class WinLossReason extends TenantRecord {

    String name;

    WinLossReasonType type;

    @Nullable
    String description;

    Boolean isActive = true;

    boolean isDefault;

    boolean requiresCompetitor;

    int sortOrder;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected WinLossReason() {}
}
