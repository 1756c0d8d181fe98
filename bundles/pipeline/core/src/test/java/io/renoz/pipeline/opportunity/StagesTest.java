package io.renoz.pipeline.opportunity;

import static io.renoz.pipeline.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.renoz.pipeline.api.OpportunityStage;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {

    @ParameterizedTest
    @CsvSource({"NEW,10", "QUALIFIED,30", "PROPOSAL,60", "NEGOTIATION,80", "WON,100", "LOST,0"})
    @DisplayName("PIP-02: each stage has a probability of its own")
    void hasAProbability(OpportunityStage stage, BigDecimal probability) {
        assertThat(Stages.probability(stage)).isEqualByComparingTo(probability);
    }

    @ParameterizedTest
    @CsvSource({"WON,99.99", "LOST,0.01"})
    @DisplayName("PIP-02: won is always 100 and lost always 0")
    void isCertainOnceClosed(OpportunityStage stage, BigDecimal probability) {
        var problem = refusal(() -> Stages.requireFitting(stage, probability));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors().get(0).pointer()).isEqualTo("/probability");
    }

    @Test
    @DisplayName("PIP-01: open stages lead anywhere, won and lost nowhere")
    void movesFreelyWhileOpen() {
        for (OpportunityStage from : OpportunityStage.values()) {
            for (OpportunityStage to : OpportunityStage.values()) {
                if (from.open()) {
                    assertThatCode(() -> Stages.requireMove(from, to)).doesNotThrowAnyException();
                } else {
                    var problem = refusal(() -> Stages.requireMove(from, to));
                    assertThat(problem.slug()).isEqualTo("invalid-transition");
                    assertThat(problem.members()).containsKeys("from", "to");
                }
            }
        }
    }

    @Test
    @DisplayName("PIP-03: 12,345.67 at 30 percent is 3,703.70")
    void weighsItsValue() {
        var opportunity = new Opportunity();
        opportunity.value = new BigDecimal("12345.67");
        opportunity.enter(OpportunityStage.QUALIFIED, new BigDecimal("30"), Instant.EPOCH);

        assertThat(opportunity.weightedValue).isEqualTo("3703.70");
    }
}
