package io.renoz.customers.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.api.ActivityDirection;
import io.renoz.customers.api.ActivityType;
import io.renoz.customers.api.NewActivity;
import io.renoz.customers.api.OrderFigures;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HealthIT {

    private final Shop shop = new Shop();
    private final UUID acme = shop.named("Acme").id();

    private static OrderFigures figures(Instant asOf, int orders, String value) {
        var money = new BigDecimal(value);
        var zero = BigDecimal.ZERO;
        var day = LocalDate.parse("2026-02-20");
        return new OrderFigures(asOf, day, day, orders, money, money, orders, money, zero, zero);
    }

    private MetricsView metrics() {
        return shop.organization.read(() -> shop.customerMetrics.get(acme));
    }

    private void report(OrderFigures figures) {
        shop.organization.run(() -> shop.figures.report(acme, figures));
    }

    @Test
    @DisplayName("CUS-19: figures older than those known change nothing, whatever order they come in")
    void knowsTheNewestFigures() {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");

        report(figures(now, 3, "100.00"));
        report(figures(now.minusSeconds(1), 2, "50.00"));
        report(figures(now, 3, "100.00"));

        assertThat(metrics().totalOrders()).isEqualTo(3);
        assertThat(metrics().averageOrderValue()).isEqualByComparingTo("33.33");
        report(figures(now.plusSeconds(1), 0, "0.00"));
        assertThat(metrics().averageOrderValue()).isEqualByComparingTo("0");
    }

    @Test
    void knowsWhatThePipelineHolds() {
        shop.organization.run(() -> shop.figures.reportPipeline(acme, new BigDecimal("1234.50"), Instant.EPOCH));

        assertThat(metrics().openOpportunityValue()).isEqualByComparingTo("1234.50");
    }

    @Test
    @DisplayName("CUS-16, CUS-17: the nightly run writes components and score of active customers")
    void isComputedForActiveCustomers() {
        shop.organization.run(() -> shop.directory.activate(acme));
        UUID prospect = shop.named("Prospect").id();
        report(figures(Instant.parse("2026-03-01T00:00:00Z"), 4, "40000.00"));
        talk(ActivityDirection.INBOUND);
        talk(ActivityDirection.INTERNAL);

        night();
        night();

        assertThat(metrics().healthScore()).isEqualTo(64); // 0.3 x 100 + 0.2 x 40 + 0.3 x 80 + 0.2 x 10
        var days = shop.organization.read(() -> shop.healthDays.list(acme, ListQuery.first(10)));
        assertThat(days.items()).singleElement().satisfies(day -> {
            assertThat(day.metricDate()).isEqualTo("2026-03-02");
            assertThat(day.recencyScore()).isEqualByComparingTo("100");
            assertThat(day.overallScore()).isEqualByComparingTo("64.00");
        });
        assertThat(shop.organization
                        .read(() -> shop.customerMetrics.get(prospect))
                        .healthScore())
                .isNull();
    }

    private void talk(ActivityDirection direction) {
        shop.organization.run(() -> shop.log.log(
                acme,
                new NewActivity(
                        null,
                        ActivityType.CALL,
                        direction,
                        null,
                        "talked",
                        shop.neighbours.clock.instant(),
                        new NewActivity.Source("test.call", Ids.next()))));
    }

    @Test
    @DisplayName("CUS-17: a change of band is told, a change within it is not")
    void tellsWhenTheBandChanges() {
        shop.organization.run(() -> shop.directory.activate(acme));
        shop.neighbours.modulesOn.remove("orders");
        night();
        assertThat(shop.told(acme)).doesNotContain("customers.health.changed");
        assertThat(metrics().healthScore()).isZero();

        for (int i = 0; i < 4; i++) {
            talk(ActivityDirection.OUTBOUND);
        }
        night();
        assertThat(shop.told(acme)).doesNotContain("customers.health.changed");
        talk(ActivityDirection.OUTBOUND);
        shop.neighbours.clock.forward(Duration.ofDays(1));
        night();
        assertThat(shop.told(acme)).contains("customers.health.changed");
        assertThat(shop.organization
                        .read(() -> shop.healthDays.list(acme, ListQuery.first(10)))
                        .items())
                .hasSize(2);
    }

    /** Each batch in a transaction of its own, as the scheduler does. */
    private int night() {
        int batches = 0;
        Optional<String> next = Optional.empty();
        do {
            Optional<String> from = next;
            next = shop.organization.call(() -> shop.health.run(from));
            batches++;
        } while (next.isPresent());
        return batches;
    }

    @Test
    void isDueAtTwoInTheMorning() {
        assertThat(shop.health.name()).isEqualTo("customers.health");
        assertThat(shop.health.schedule()).hasToString("daily 02:00");
    }

    @Test
    void goesThroughManyInBatches() {
        shop.organization.sql(
                "customers",
                "insert into customers.customers (customer_code, name, status)"
                        + " select 'C' || n, 'n' || n, 'active' from generate_series(1, 1100) n");

        assertThat(night()).isEqualTo(4); // 500, 500, 100 and none

        var query = new ListQuery(1, Optional.empty(), Optional.empty(), Map.of("healthScore", "0"), true);
        assertThat(shop.organization.read(() -> shop.metrics.list(query)).total())
                .isEqualTo(1100);
    }
}
