package io.renoz.pipeline.opportunity;

import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.Json;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.pipeline.Values;
import io.renoz.pipeline.api.OpportunitySource;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.api.OpportunitySummary;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A possible sale. Its row stays when it is deleted, since won and lost deals feed win rates for years. */
@Entity
@Table(schema = "pipeline", name = "opportunities")
@Audited(type = "opportunity", name = "title", customer = "customerId")
@Emits(
        type = "opportunity",
        on = {Emits.Kind.CREATED, Emits.Kind.UPDATED})
class Opportunity extends KeptRecord {

    @Searchable
    String opportunityNumber;

    @Searchable
    String title;

    @Searchable
    @Nullable
    String description;

    UUID customerId;

    @Nullable
    UUID contactId;

    @Nullable
    UUID siteAddressId;

    @Nullable
    UUID assignedTo;

    OpportunityStage stage = OpportunityStage.NEW;

    Instant stageChangedAt;

    @Nullable
    BigDecimal probability;

    @Nullable
    BigDecimal value;

    @Nullable
    ValueSource valueSource;

    BigDecimal weightedValue = BigDecimal.ZERO;

    @Nullable
    OpportunitySource source;

    @Nullable
    String sourceDetail;

    @Nullable
    UUID campaignId;

    @Nullable
    LocalDate expectedCloseDate;

    @Nullable
    LocalDate actualCloseDate;

    @Nullable
    LocalDate followUpDate;

    @Nullable
    String followUpNote;

    @Nullable
    UUID winLossReasonId;

    @Nullable
    String lostNotes;

    @Nullable
    OpportunityStage lostFromStage;

    @Searchable
    @Nullable
    String competitorName;

    @Nullable
    BigDecimal budgetAmount;

    @Nullable
    UUID orderId;

    String @Nullable [] tags;

    @Nullable
    String externalRef;

    @Nullable
    Json metadata;

    /** What the row said when it was read. */
    @Transient
    private Stored stored = new Stored(null, null, null, null);

    private record Stored(
            @Nullable BigDecimal value,
            @Nullable ValueSource valueSource,
            @Nullable UUID customerId,
            @Nullable UUID assignedTo) {}

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Opportunity() {}

    @PostLoad
    void loaded() {
        stored = new Stored(value, valueSource, customerId, assignedTo);
    }

    /** What a new one has where its input says nothing. */
    void open(String number, Instant now) {
        opportunityNumber = number;
        stageChangedAt = now;
        if (valueSource == null) {
            valueSource = value == null ? ValueSource.QUOTE : ValueSource.MANUAL;
        }
        settle();
    }

    /** Fills what was left open, keeps PIP-02, and computes what follows. */
    void settle() {
        if (probability == null) {
            probability = Stages.probability(stage);
        }
        Stages.requireFitting(stage, probability);
        value = value == null ? BigDecimal.ZERO.setScale(2) : Values.cents(value);
        weigh();
    }

    /** PIP-03: the value by its probability, rounded half up. */
    void weigh() {
        weightedValue = Values.cents(worth().multiply(chance()).divide(Values.HUNDRED));
    }

    BigDecimal worth() {
        return Objects.requireNonNullElse(value, BigDecimal.ZERO);
    }

    BigDecimal chance() {
        return Objects.requireNonNullElse(probability, BigDecimal.ZERO);
    }

    /** PIP-08: a value typed in by hand stops it from following the quotes; says whether it is to begin to follow them. */
    boolean revalued() {
        boolean typed = !Values.same(value, stored.value);
        if (typed || valueSource == null) {
            valueSource = ValueSource.MANUAL;
        }
        return valueSource == ValueSource.QUOTE && stored.valueSource != ValueSource.QUOTE;
    }

    /** PIP-08: takes the net of a quote. */
    void quoted(BigDecimal net) {
        value = Values.cents(net);
        weigh();
    }

    boolean reassigned() {
        return assignedTo != null && !assignedTo.equals(stored.assignedTo);
    }

    boolean changedHands() {
        return !customerId.equals(stored.customerId);
    }

    /** Whose it was when it was read. */
    @Nullable
    UUID formerCustomer() {
        return stored.customerId;
    }

    /** Leaves its stage for another one. */
    void enter(OpportunityStage next, BigDecimal chance, Instant now) {
        stage = next;
        stageChangedAt = now;
        probability = chance;
        weigh();
    }

    /**
     * PIP-05: the day it was closed is not to come.
     *
     * @throws Problem {@code validation-failed}
     */
    void close(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw Problem.invalid("actualCloseDate", "A deal is closed today or was closed before.");
        }
        actualCloseDate = on;
    }

    void orderedBy(UUID order) {
        if (orderId == null) {
            orderId = order;
        }
    }

    Instant opened() {
        return Objects.requireNonNull(createdAt());
    }

    OpportunitySummary summary() {
        return new OpportunitySummary(
                id(),
                opportunityNumber,
                title,
                customerId,
                assignedTo,
                stage,
                chance(),
                worth(),
                weightedValue,
                opened(),
                stageChangedAt,
                expectedCloseDate,
                actualCloseDate,
                orderId);
    }
}
