package io.renoz.pipeline.opportunity;

import io.renoz.data.Coded;
import io.renoz.pipeline.Values;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.problem.Problem;
import java.math.BigDecimal;

/** Which stage may follow which, and how probable a deal is in each. */
final class Stages {

    private static final BigDecimal NONE = new BigDecimal("0.00");

    private Stages() {}

    /** PIP-02: what a stage stands for unless the caller knows better. */
    static BigDecimal probability(OpportunityStage stage) {
        return switch (stage) {
            case NEW -> new BigDecimal("10.00");
            case QUALIFIED -> new BigDecimal("30.00");
            case PROPOSAL -> new BigDecimal("60.00");
            case NEGOTIATION -> new BigDecimal("80.00");
            case WON -> Values.HUNDRED;
            case LOST -> NONE;
        };
    }

    /**
     * PIP-02: what is won is certain, and what is lost has no chance.
     *
     * @throws Problem {@code validation-failed}
     */
    static void requireFitting(OpportunityStage stage, BigDecimal probability) {
        if (!stage.open() && probability.compareTo(probability(stage)) != 0) {
            throw Problem.invalid(
                    "probability", "What is " + Coded.of(stage) + " has a probability of " + probability(stage) + ".");
        }
    }

    /**
     * PIP-01: open stages lead anywhere; won and lost are left by reopening only.
     *
     * @throws Problem {@code invalid-transition}
     */
    static void requireMove(OpportunityStage from, OpportunityStage to) {
        if (!from.open()) {
            throw refused(from, to, "An opportunity that is " + Coded.of(from) + " is opened again first.");
        }
    }

    /**
     * The stage that an opportunity comes back to.
     *
     * @throws Problem {@code invalid-transition} when it is open
     */
    static OpportunityStage reopened(Opportunity opportunity) {
        OpportunityStage from = opportunity.stage;
        if (from.open()) {
            throw refused(from, from, "An opportunity that is " + Coded.of(from) + " is open already.");
        }
        return from == OpportunityStage.LOST && opportunity.lostFromStage != null
                ? opportunity.lostFromStage
                : OpportunityStage.NEGOTIATION;
    }

    private static Problem refused(OpportunityStage from, OpportunityStage to, String detail) {
        return Problem.transition(detail).with("from", Coded.of(from)).with("to", Coded.of(to));
    }
}
