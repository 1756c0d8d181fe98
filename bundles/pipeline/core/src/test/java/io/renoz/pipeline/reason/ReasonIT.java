package io.renoz.pipeline.reason;

import static io.renoz.pipeline.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.pipeline.Firm;
import io.renoz.pipeline.Together;
import io.renoz.pipeline.Wire;
import io.renoz.rest.Bulk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReasonIT {

    private final Firm firm = new Firm();

    private List<ReasonResource.View> list(Map<String, String> filters) {
        return firm.organization
                .read(() ->
                        firm.reasonResource.list(new ListQuery(10, Optional.empty(), Optional.empty(), filters, false)))
                .items();
    }

    @Test
    @DisplayName("PIP-22: of each type one reason at most is the default, the one that was made it last")
    void hasOneDefault() throws Exception {
        UUID first = firm.reason("\"name\": \"A\", \"type\": \"win\", \"isDefault\": true");
        UUID loss = firm.reason("\"name\": \"A\", \"type\": \"loss\", \"isDefault\": true");
        UUID second = firm.reason("\"name\": \"B\", \"type\": \"win\", \"isDefault\": true");

        assertThat(list(Map.of("type", "win")))
                .filteredOn(ReasonResource.View::isDefault)
                .extracting(ReasonResource.View::id)
                .containsExactly(second);
        int version = list(Map.of("type", "win")).stream()
                .filter(reason -> reason.id().equals(first))
                .findFirst()
                .orElseThrow()
                .version();
        firm.organization
                .ifMatch(version)
                .call(() -> firm.reasonResource.update(
                        first, Wire.patch("{\"isDefault\": true}", ReasonResource.Input.class)));
        assertThat(firm.organization.read(() -> firm.reasons.standard(WinLossReasonType.WIN, null)))
                .contains(first);
        assertThat(firm.organization.read(() -> firm.reasons.standard(WinLossReasonType.LOSS, null)))
                .contains(loss);
        Together.run(
                () -> firm.reason("\"name\": \"C\", \"type\": \"win\", \"isDefault\": true"),
                () -> firm.reason("\"name\": \"D\", \"type\": \"win\", \"isDefault\": true"));
        assertThat(list(Map.of("type", "win")))
                .filteredOn(ReasonResource.View::isDefault)
                .hasSize(1);
        var twins = new Bulk<>(List.of(
                Wire.read("{\"name\": \"E\", \"type\": \"win\", \"isDefault\": true}", ReasonResource.Input.class),
                Wire.read("{\"name\": \"F\", \"type\": \"win\", \"isDefault\": true}", ReasonResource.Input.class)));
        assertInvalid(() -> firm.organization.call(() -> firm.reasonResource.createAll(twins)))
                .isEqualTo("/items/1/isDefault");
    }

    @Test
    @DisplayName("PIP-15: a default that needs a competitor is not taken where there is none")
    void doesNotTakeWhatItCannot() {
        UUID rival = firm.reason(
                "\"name\": \"Rival\", \"type\": \"win\", \"isDefault\": true, \"requiresCompetitor\": true");

        assertThat(firm.organization.read(() -> firm.reasons.standard(WinLossReasonType.WIN, null)))
                .isEmpty();
        assertThat(firm.organization.read(() -> firm.reasons.standard(WinLossReasonType.WIN, "Volt")))
                .contains(rival);
        assertThat(list(Map.of("isActive", "false"))).isEmpty();
    }
}
