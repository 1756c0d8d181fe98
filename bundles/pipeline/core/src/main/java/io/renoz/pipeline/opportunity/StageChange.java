package io.renoz.pipeline.opportunity;

import io.renoz.data.Call;
import io.renoz.data.entity.TenantRecord;
import io.renoz.pipeline.api.OpportunityStage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** PIP-04: that an opportunity came into a stage. Added to, never changed: funnel and velocity are computed from it. */
@Entity
@Table(schema = "pipeline", name = "opportunity_stage_history")
class StageChange extends TenantRecord {

    UUID opportunityId;

    @Nullable
    OpportunityStage fromStage;

    OpportunityStage toStage;

    Instant changedAt;

    @Nullable
    UUID changedBy;

    BigDecimal probability;

    BigDecimal value;

    @Nullable
    Long secondsInFromStage;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected StageChange() {}

    private StageChange(Opportunity opportunity) {
        opportunityId = opportunity.id();
        toStage = opportunity.stage;
        changedAt = opportunity.stageChangedAt;
        changedBy = Call.user().orElse(null);
        probability = opportunity.chance();
        value = opportunity.worth();
    }

    /** The first one. */
    static StageChange opened(Opportunity opportunity) {
        return new StageChange(opportunity);
    }

    /** That it is now where it is. */
    static StageChange moved(Opportunity opportunity, OpportunityStage from, Instant since) {
        var change = new StageChange(opportunity);
        change.fromStage = from;
        change.secondsInFromStage =
                Duration.between(since, opportunity.stageChangedAt).toSeconds();
        return change;
    }
}
