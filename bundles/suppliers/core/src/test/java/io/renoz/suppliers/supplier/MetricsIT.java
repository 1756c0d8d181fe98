package io.renoz.suppliers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.suppliers.Trade;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MetricsIT {

    private final Trade trade = new Trade();
    private final UUID acme = trade.named("Acme").id();
    private final UUID bolt = trade.shelf.put("Bolt");
    private final UUID clerk = trade.hired();
    private final LocalDate today = trade.neighbours.today();

    private void run() {
        Optional<String> from = Optional.empty();
        do {
            Optional<String> next = from;
            from = trade.organization.call(() -> trade.metrics.run(next));
        } while (from.isPresent());
    }

    private List<PerformanceResource.View> months() {
        return trade.organization
                .read(() -> trade.performance.list(acme, ListQuery.first(50)))
                .items();
    }

    private UUID delivered(LocalDate actual, @Nullable LocalDate expected, String quantity, String unitPrice) {
        UUID order = trade.ordered(acme, bolt, "received", actual.minusDays(10), quantity, unitPrice);
        trade.organization.sql(
                "suppliers",
                "update suppliers.purchase_orders set actual_delivery_date = ? where id = ?",
                Date.valueOf(actual),
                order);
        if (expected != null) {
            trade.organization.sql(
                    "suppliers",
                    "update suppliers.purchase_orders set expected_delivery_date = ? where id = ?",
                    Date.valueOf(expected),
                    order);
        }
        return order;
    }

    private void received(UUID order, String received, String accepted) {
        UUID receipt = Ids.next();
        trade.organization.sql(
                "suppliers",
                "insert into suppliers.purchase_order_receipts (id, purchase_order_id, receipt_number, status, received_by,"
                        + " received_at) values (?, ?, ?, 'partially_accepted', ?, ?)",
                receipt,
                order,
                "GRN-" + receipt.toString().substring(20),
                clerk,
                Timestamp.from(trade.neighbours.clock.instant()));
        trade.organization.sql(
                "suppliers",
                "insert into suppliers.purchase_order_receipt_items (receipt_id, purchase_order_item_id, line_number,"
                        + " quantity_expected, quantity_received, quantity_accepted, quantity_rejected, rejection_reason)"
                        + " select ?, id, 1, quantity, ?, ?, ?, 'damaged' from suppliers.purchase_order_items"
                        + " where purchase_order_id = ?",
                receipt,
                new BigDecimal(received),
                new BigDecimal(accepted),
                new BigDecimal(received).subtract(new BigDecimal(accepted)),
                order);
    }

    @Test
    @DisplayName("SUP-23: the month in progress is counted each day, the month before until the 3rd, and then it stays")
    void countsTheMonths() {
        UUID onTime = delivered(today, today.minusDays(1), "10.000", "10.00");
        delivered(today, today.minusDays(2), "10.000", "10.00");
        UUID february = delivered(today.minusMonths(1), null, "5.000", "10.00");
        received(onTime, "20", "19");
        trade.organization.sql(
                "suppliers", "update suppliers.purchase_orders set supplier_invoice_amount = 110 where id = ?", onTime);

        run();

        assertThat(months()).hasSize(2);
        PerformanceResource.View march = months().get(0);
        assertThat(march.metricMonth()).isEqualTo(today.withDayOfMonth(1));
        assertThat(march.totalOrdersDelivered()).isEqualTo(2);
        assertThat(march.onTimeDeliveries()).isEqualTo(1);
        assertThat(march.lateDeliveries()).isEqualTo(1);
        assertThat(march.averageDeliveryDays()).isEqualByComparingTo("10");
        assertThat(march.averageDaysLate()).isEqualByComparingTo("2");
        assertThat(march.deliveryScore()).isEqualByComparingTo("50");
        assertThat(march.qualityScore()).isEqualByComparingTo("95");
        assertThat(march.defectRate()).isEqualByComparingTo("5");
        assertThat(march.priceVarianceTotal()).isEqualByComparingTo("10");
        assertThat(march.priceScore()).isEqualByComparingTo("95");
        assertThat(march.overallScore()).isEqualByComparingTo("77");
        assertThat(months().get(1).deliveryScore()).isEqualByComparingTo("100");
        assertThat(months().get(1).overallScore()).isNull();

        trade.organization.sql(
                "suppliers", "update suppliers.purchase_orders set status = 'cancelled' where id = ?", february);
        trade.neighbours.clock.forward(Duration.ofDays(2));
        run();
        assertThat(months().get(1).totalOrdersDelivered()).isEqualTo(1);
    }

    @Test
    @DisplayName("SUP-23: days of grace are the organization's")
    void knowsTheDaysOfGrace() {
        delivered(today, today.minusDays(2), "1.000", "10.00");
        trade.neighbours.settings.put(SuppliersSettings.GRACE_DAYS, new Json("2"));

        run();

        assertThat(months().get(0).onTimeDeliveries()).isEqualTo(1);
    }

    @Test
    void totalsWhatWasOrdered() {
        trade.ordered(acme, bolt, "ordered", today.minusDays(5), "2.000", "10.00");
        trade.ordered(acme, bolt, "closed", today, "3.000", "10.00");
        trade.ordered(acme, bolt, "draft", today, "9.000", "10.00");
        run();
        SupplierView read = trade.read(acme);
        run();

        assertThat(read.totalPurchaseOrders()).isEqualTo(2);
        assertThat(read.totalPurchaseValue()).isEqualByComparingTo("50");
        assertThat(read.averageOrderValue()).isEqualByComparingTo("25");
        assertThat(read.firstOrderDate()).isEqualTo(today.minusDays(5));
        assertThat(read.lastOrderDate()).isEqualTo(today);
        assertThat(trade.read(acme).version()).isEqualTo(read.version());
        assertThat(trade.metrics.name()).isEqualTo("suppliers.supplier-metrics");
    }
}
