package io.renoz.inventory.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.inventory.Depot;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.OutLine;
import io.renoz.inventory.api.ReceiveCommand;
import io.renoz.inventory.api.ReceiveLine;
import io.renoz.inventory.api.ReserveCommand;
import io.renoz.inventory.api.ReserveLine;
import io.renoz.inventory.api.ShipCommand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatementsIT {

    private final Depot depot = new Depot();

    private static long statements(Runnable work) {
        long before = Depot.PLATFORM.statements();
        work.run();
        return Depot.PLATFORM.statements() - before;
    }

    /** Statements of receiving, reserving, shipping and releasing, in an order of so many lines. */
    private List<Long> counted(int lines) {
        List<UUID> products =
                Stream.generate(depot.catalog::pieces).limit(lines).toList();
        List<UUID> ids = Stream.generate(Ids::next).limit(lines).toList();
        var demand = new DemandRef(Depot.ORDER_LINE, Ids.next());
        var counts = new ArrayList<Long>();
        counts.add(statements(() -> depot.in(() -> depot.postings.receive(new ReceiveCommand(
                new DocumentRef("suppliers.receipt", Ids.next(), "GRN"),
                null,
                null,
                products.stream()
                        .map(product -> ReceiveLine.of(null, product, BigDecimal.TEN, BigDecimal.TEN))
                        .toList(),
                null,
                null)))));
        var reserved = new ArrayList<ReserveLine>();
        var shipped = new ArrayList<OutLine>();
        for (int i = 0; i < lines; i++) {
            reserved.add(new ReserveLine(ids.get(i), products.get(i), new BigDecimal("4")));
            shipped.add(new OutLine(ids.get(i), products.get(i), new BigDecimal("2"), List.of()));
        }
        counts.add(statements(
                () -> depot.in(() -> depot.reservations.reserve(ReserveCommand.firm(demand, "ORD", reserved)))));
        counts.add(statements(() -> depot.in(() -> depot.postings.ship(new ShipCommand(
                Depot.ORDER_LINE,
                new DocumentRef("orders.shipment", Ids.next(), "SHP"),
                null,
                LocationScope.sellable(),
                shipped,
                null)))));
        counts.add(statements(() -> depot.in(() -> depot.reservations.release(demand, "Cancelled"))));
        counts.add(statements(() -> depot.organization.read(() -> depot.holds.list(ListQuery.first(200)))));
        return counts;
    }

    @Test
    @DisplayName("receiving, reserving, shipping, releasing and listing take as many statements for 20 lines as for 2")
    void doNotGrow() {
        counted(1);
        List<Long> two = counted(2);
        List<Long> twenty = counted(20);
        System.getLogger("statements")
                .log(
                        System.Logger.Level.INFO,
                        "receive, reserve, ship, release, list: {0} of 2 lines, {1} of 20",
                        two,
                        twenty);
        assertThat(twenty).isEqualTo(two);
        assertThat(depot.contradictions()).isEmpty();
    }
}
