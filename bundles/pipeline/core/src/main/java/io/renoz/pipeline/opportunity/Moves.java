package io.renoz.pipeline.opportunity;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.pipeline.Numbers;
import io.renoz.pipeline.Values;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.reason.Reasons;
import io.renoz.pipeline.reason.WinLossReasonType;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves opportunities over the board, wins them, loses them and opens them again. */
@Component(service = Moves.class)
public final class Moves {

    /**
     * A move.
     *
     * @param probability that of the stage when left out
     * @param winLossReasonId needed to lose
     * @param competitorName needed where the reason says so
     * @param actualCloseDate the day it was won or lost; today when left out
     */
    public record Move(
            @NotNull OpportunityStage stage,

            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal probability,

            @Nullable UUID winLossReasonId,
            @Nullable @Size(max = 100) String competitorName,
            @Nullable @Size(max = 2000) String lostNotes,
            @Nullable LocalDate actualCloseDate) {

        public Move {
            probability = Values.places(probability, 2);
            competitorName = Values.plain(competitorName);
        }

        /** One that says no more than it must. */
        public static Move to(OpportunityStage stage) {
            return new Move(stage, null, null, null, null, null);
        }
    }

    private final Tables tables;
    private final Reasons reasons;
    private final Numbers numbers;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Moves(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference Reasons reasons,
            @Reference Numbers numbers,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.reasons = reasons;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** PIP-04: the same stage again is no move. */
    void move(Opportunity opportunity, Move move) {
        if (move.stage.open() && move.winLossReasonId != null) {
            throw Problem.invalid("winLossReasonId", "A reason is given for what is won or lost.");
        }
        BigDecimal chance = Objects.requireNonNullElseGet(move.probability, () -> Stages.probability(move.stage));
        if (move.stage == opportunity.stage) {
            if (move.probability != null) {
                Stages.requireFitting(move.stage, move.probability);
                opportunity.probability = move.probability;
                opportunity.weigh();
            }
            return;
        }
        Stages.requireMove(opportunity.stage, move.stage);
        Stages.requireFitting(move.stage, chance);
        if (move.competitorName != null) {
            opportunity.competitorName = move.competitorName;
        }
        if (!move.stage.open()) {
            close(opportunity, move);
        }
        enter(opportunity, move.stage, chance);
        if (!move.stage.open()) {
            events.publish(DealEvents.closed(opportunity));
        }
    }

    /** PIP-05: what winning and losing take. */
    private void close(Opportunity opportunity, Move move) {
        boolean lost = move.stage == OpportunityStage.LOST;
        if (lost && move.winLossReasonId == null) {
            throw Problem.of("reason-required", "Losing needs a reason.");
        }
        if (move.winLossReasonId != null) {
            reasons.require(
                    move.winLossReasonId,
                    lost ? WinLossReasonType.LOSS : WinLossReasonType.WIN,
                    opportunity.competitorName);
        }
        LocalDate today = numbers.today();
        opportunity.close(Objects.requireNonNullElse(move.actualCloseDate, today), today);
        opportunity.winLossReasonId = move.winLossReasonId;
        if (lost) {
            opportunity.lostNotes = move.lostNotes;
            opportunity.lostFromStage = opportunity.stage;
        }
    }

    private void enter(Opportunity opportunity, OpportunityStage next, BigDecimal chance) {
        OpportunityStage from = opportunity.stage;
        Instant since = opportunity.stageChangedAt;
        opportunity.enter(next, chance, now());
        tables.add(StageChange.moved(opportunity, from, since));
        events.publish(DealEvents.moved(opportunity, from));
    }

    /** PIP-04: the first stage. */
    void opened(Opportunity opportunity) {
        tables.add(StageChange.opened(opportunity));
    }

    /**
     * Opens it again: a lost one where it was lost, a won one in negotiation, unless there is an order of it.
     *
     * @throws Problem {@code invalid-transition}; {@code order-exists}
     */
    void reopen(Opportunity opportunity) {
        OpportunityStage from = opportunity.stage;
        OpportunityStage next = Stages.reopened(opportunity);
        if (from == OpportunityStage.WON && opportunity.orderId != null) {
            throw Problem.of("order-exists", "There is an order of this opportunity.")
                    .with("orderId", opportunity.orderId);
        }
        opportunity.actualCloseDate = null;
        opportunity.winLossReasonId = null;
        opportunity.lostNotes = null;
        opportunity.lostFromStage = null;
        enter(opportunity, next, Stages.probability(next));
        events.publish(DealEvents.reopened(opportunity, from));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS); // what timestamptz keeps
    }
}
