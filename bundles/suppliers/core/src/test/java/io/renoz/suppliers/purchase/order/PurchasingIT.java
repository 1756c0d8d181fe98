package io.renoz.suppliers.purchase.order;

import static io.renoz.suppliers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.suppliers.api.DemandRef;
import io.renoz.suppliers.api.IncomingSupply;
import io.renoz.suppliers.api.PurchaseOrderSummary;
import io.renoz.suppliers.api.SupplyLine;
import io.renoz.suppliers.purchase.Buying;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PurchasingIT {

    private final Buying buying = new Buying();

    private List<UUID> draft(SupplyLine... lines) {
        return buying.as(buying.buyer).call(() -> buying.desk.draftOrders(List.of(lines)));
    }

    private static SupplyLine line(UUID product, String quantity) {
        return SupplyLine.of(product, new BigDecimal(quantity));
    }

    @Test
    void draftsOneOrderASupplier() {
        UUID other = buying.trade.named("Other").id();
        UUID nut = buying.trade.shelf.put("Nut");
        buying.trade.price(buying.supplier, buying.bolt, "8.00", "");
        buying.trade.price(other, nut, "2.00", "");
        UUID wanted = Ids.next();

        List<UUID> orders = draft(
                new SupplyLine(buying.bolt, BigDecimal.TEN, null, null, null, DemandRef.orderLine(wanted), null),
                line(nut, "4"),
                line(buying.bolt, "1"));

        assertThat(orders).hasSize(2);
        OrderView first = buying.read(orders.get(0));
        assertThat(first.supplierId()).isEqualTo(buying.supplier);
        assertThat(first.items()).hasSize(2);
        assertThat(first.items().get(0).orderLineItemId()).isEqualTo(wanted);
        assertThat(first.items().get(0).unitPrice()).isEqualByComparingTo("8.00");
        assertThat(buying.read(orders.get(1)).supplierId()).isEqualTo(other);
        List<PurchaseOrderSummary> found =
                buying.trade.organization.read(() -> buying.desk.ordersFor(DemandRef.orderLine(wanted)));
        assertThat(found).extracting(PurchaseOrderSummary::id).containsExactly(orders.get(0));
    }

    @Test
    void refusesWhatNobodyOffers() {
        assertRefused(() -> draft(line(buying.bolt, "1"))).isEqualTo("no-supplier");
        assertRefused(() -> draft(line(Ids.next(), "1"))).isEqualTo("validation-failed");
    }

    @Test
    void tellsWhatIsToCome() {
        UUID order = buying.sent("10", "5").id();
        buying.patch(order, "{\"expectedDeliveryDate\": \"2026-04-01\"}");
        buying.receiveSome(order, "4");
        UUID undated = buying.sent("1", "5").id();

        Map<UUID, List<IncomingSupply>> incoming = buying.trade.organization.read(
                () -> buying.desk.incoming(Set.of(buying.bolt), LocalDate.parse("2026-04-01")));
        Map<UUID, List<IncomingSupply>> sooner = buying.trade.organization.read(
                () -> buying.desk.incoming(Set.of(buying.bolt), LocalDate.parse("2026-03-31")));

        assertThat(incoming.get(buying.bolt))
                .extracting(IncomingSupply::purchaseOrderId)
                .containsExactly(order, undated);
        assertThat(Objects.requireNonNull(incoming.get(buying.bolt)).get(0).quantity())
                .isEqualByComparingTo("6");
        assertThat(sooner.get(buying.bolt))
                .extracting(IncomingSupply::purchaseOrderId)
                .containsExactly(undated);
        assertThat(buying.trade.organization.read(() -> buying.desk.findAll(Set.of(order, Ids.next()))))
                .containsOnlyKeys(order);
    }
}
