package io.renoz.pipeline.opportunity;

import static io.renoz.pipeline.Refusals.assertInvalid;
import static io.renoz.pipeline.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.pipeline.Firm;
import io.renoz.pipeline.Wire;
import io.renoz.pipeline.opportunity.ActivityResource.Completion;
import io.renoz.pipeline.opportunity.ActivityResource.Input;
import io.renoz.pipeline.opportunity.ActivityResource.View;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActivityIT {

    private final Firm firm = new Firm();
    private final UUID deal = firm.deal("").id();

    private static Input input(UUID opportunity, String more) {
        return Wire.read(
                "{\"opportunityId\": \"" + opportunity + "\", \"type\": \"follow_up\", \"description\": \"Call\"" + more
                        + "}",
                Input.class);
    }

    private View add(String more) {
        return firm.organization.call(
                () -> firm.activities.create(input(deal, more)).body());
    }

    @Test
    @DisplayName("what is planned is completed once, with its outcome, and may plan what is next")
    void isCompletedOnce() {
        UUID tess = firm.hired();
        View planned = add(", \"scheduledAt\": \"2026-03-03T00:00:00Z\", \"assignedTo\": \"" + tess + "\"");
        var completion = new Completion("Reached", input(deal, ", \"scheduledAt\": \"2026-03-10T00:00:00Z\""));

        View done = firm.organization.call(() -> firm.activities.complete(planned.id(), completion));

        assertThat(done.completedAt()).isEqualTo(firm.neighbours.clock.instant());
        assertThat(done.outcome()).isEqualTo("Reached");
        var again = refusal(() -> firm.organization.call(() -> firm.activities.complete(planned.id(), completion)));
        assertThat(again.slug()).isEqualTo("invalid-transition");
        assertThat(again.members()).containsEntry("from", "completed");
        UUID note = add("").id();
        assertThat(refusal(() -> firm.organization.call(
                                () -> firm.activities.complete(note, new Completion(null, null))))
                        .members())
                .containsEntry("from", "logged");
        assertThat(firm.organization
                        .read(() -> firm.activities.list(new ListQuery(
                                10,
                                Optional.empty(),
                                Optional.of("scheduledAt"),
                                Map.of("opportunityId", deal.toString(), "search", "cal"),
                                false)))
                        .items())
                .hasSize(3);
    }

    @Test
    @DisplayName("an activity belongs to an opportunity that is there, and stays with it")
    void staysWithItsOpportunity() {
        View made = add("");
        UUID other = firm.deal("").id();

        assertInvalid(() -> firm.organization.call(() -> firm.activities.create(input(UUID.randomUUID(), ""))))
                .isEqualTo("/opportunityId");
        assertInvalid(() -> add(", \"contactId\": \"" + UUID.randomUUID() + "\""))
                .isEqualTo("/contactId");
        assertInvalid(() -> firm.organization
                        .ifMatch(made.version())
                        .call(() -> firm.activities.update(
                                made.id(), Wire.patch("{\"opportunityId\": \"" + other + "\"}", Input.class))))
                .isEqualTo("/opportunityId");
        assertInvalid(() -> firm.organization
                        .ifMatch(made.version())
                        .call(() -> firm.activities.update(
                                made.id(), Wire.patch("{\"assignedTo\": \"" + UUID.randomUUID() + "\"}", Input.class))))
                .isEqualTo("/assignedTo");
    }
}
