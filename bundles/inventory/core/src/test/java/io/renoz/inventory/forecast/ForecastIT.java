package io.renoz.inventory.forecast;

import static io.renoz.inventory.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.inventory.Depot;
import io.renoz.inventory.InventorySettings;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForecastIT {

    private final Depot depot = new Depot();
    private final UUID product = depot.catalog.pieces();

    @Test
    @DisplayName(
            "INV-17: fewer than 30 days of history do not suffice; then the run writes next week and fills in actuals")
    void runs() {
        depot.neighbours.settings.put(InventorySettings.BACKDATING_DAYS, new Json("400"));
        depot.receive(product, "500", "500.00");
        var question = new ForecastResource.Question(product, 9, null);
        assertRefused(() -> depot.in(() -> depot.forecasts.calculate(question))).isEqualTo("insufficient-history");
        assertRefused(() -> depot.in(
                        () -> depot.forecasts.calculate(new ForecastResource.Question(Ids.next(), null, null))))
                .isEqualTo("not-found");
        for (int day = 0; day < 40; day++) {
            depot.ship(Ids.next(), product, day % 2 == 0 ? "2" : "4");
            depot.neighbours.clock.forward(Duration.ofDays(1));
        }
        Calculation.Answer answer = depot.in(() -> depot.forecasts.calculate(question));
        assertThat(answer.historyDays()).isEqualTo(40);
        assertThat(answer.averageDailyDemand()).isEqualByComparingTo("3");
        assertThat(answer.reorderPoint())
                .isEqualByComparingTo(answer.safetyStock().add(new java.math.BigDecimal("27")));
        depot.in(() -> depot.forecastRun.run(Optional.empty()));
        depot.in(() -> depot.forecastRun.run(Optional.empty()));
        var written = depot.organization.read(
                () -> depot.forecasts.list(ListQuery.first(10)).items());
        assertThat(written).hasSize(1);
        assertThat(written.get(0).demandQuantity()).isEqualByComparingTo("21");
        depot.neighbours.clock.forward(Duration.ofDays(21));
        depot.in(() -> depot.forecastRun.run(Optional.empty()));
        var later = depot.organization.read(
                () -> depot.forecasts.list(ListQuery.first(10)).items());
        assertThat(later.get(1).actualQuantity()).isNotNull();
    }
}
