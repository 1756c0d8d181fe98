package io.renoz.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.Json;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.OutLine;
import io.renoz.inventory.api.ShipCommand;
import io.renoz.inventory.location.LocationExport;
import io.renoz.inventory.stock.Stock;
import io.renoz.inventory.stock.StockExport;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.users.api.AssignmentHolder.AssignmentCount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What other modules ask of this one, and it of them. */
class NeighbourIT {

    private final Depot depot = new Depot();

    @Test
    void answersForCustomersAndProducts() {
        var customers = new CustomerReferences(Depot.tables);
        var products = new ProductReferences(Depot.tables);
        UUID product = depot.catalog.serialized();
        UUID from = Ids.next();
        UUID to = Ids.next();
        assertThat(depot.organization.read(() -> products.countReferences(product)))
                .isZero();
        depot.receive(product, "1", "1.00", "S1");
        depot.in(() -> depot.postings.ship(new ShipCommand(
                Depot.ORDER_LINE,
                new DocumentRef("orders.shipment", Ids.next(), "SHP-1"),
                from,
                LocationScope.sellable(),
                List.of(new OutLine(Ids.next(), product, BigDecimal.ONE, List.of("S1"))),
                null)));
        assertThat(depot.organization.read(() -> products.countReferences(product)))
                .isEqualTo(2);
        assertThat(depot.organization.read(() -> customers.countReferences(from)))
                .isEqualTo(1);
        List<UUID> moved = depot.in(() -> customers.repoint(from, to));
        assertThat(moved).hasSize(1);
        assertThat(depot.organization.read(() -> customers.countReferences(from)))
                .isZero();
        assertThat(depot.in(() -> customers.repointBack(to, from, moved))).isEqualTo(1);
        assertThat(depot.organization.read(() -> customers.countReferences(to))).isZero();
    }

    @Test
    void givesVehiclesAndCountsToAnother() {
        var assignments = new Assignments(Depot.tables);
        UUID leaving = depot.users.hired();
        UUID coming = depot.users.hired();
        depot.location("VAN", "\"locationType\": \"vehicle\", \"assignedUserId\": \"" + leaving + "\"");
        assertThat(depot.organization.read(() -> assignments.openAssignments(leaving)))
                .containsExactly(new AssignmentCount("location", 1));
        assertThat(depot.in(() -> assignments.reassign(leaving, coming))).isEqualTo(1);
        assertThat(depot.organization.read(() -> assignments.openAssignments(leaving)))
                .isEmpty();
        assertThat(depot.organization.read(() -> depot.availability.vehicleOf(coming)))
                .isPresent();
    }

    @Test
    void namesItsRecords() {
        var types = new RecordTypes(Depot.tables);
        assertThat(depot.organization.read(() -> types.label(RecordTypes.LOCATION, depot.main)))
                .contains(EntityLabel.numbered("Depot MAIN", "MAIN"));
        assertThat(depot.organization.read(() -> types.label(RecordTypes.COUNT, Ids.next())))
                .isEmpty();
        types.list().forEach(type -> assertThat(depot.organization.read(() -> types.label(type.type(), Ids.next())))
                .isEmpty());
    }

    @Test
    void exportsWhatListsShow() {
        depot.receive(depot.catalog.pieces(), "1", "1.00");
        assertThat(rows(new StockExport(new Stock(Depot.tables)))).hasSize(1);
        assertThat(rows(new LocationExport(Depot.tables))).hasSize(1);
    }

    private List<Map<String, ?>> rows(ExportSource source) {
        var rows = new ArrayList<Map<String, ?>>();
        List<String> fields =
                source.describe().fields().stream().map(field -> field.name()).toList();
        var query = new ExportQuery(null, Instant.now().plusSeconds(60), Map.of(), fields, Optional.empty(), 100);
        depot.organization.read(() -> source.read(query, rows::add));
        return rows;
    }

    @Test
    void refusesSettingsThatCannotWork() {
        var settings = new InventorySettings();
        SettingDeclaration lock = settings.list().stream()
                .filter(one -> one.key().equals(InventorySettings.VALUATION_LOCK))
                .findFirst()
                .orElseThrow();
        assertThat(settings.fault(lock, new Json("\"2026-02-30\""))).isPresent();
        assertThat(settings.fault(lock, new Json("\"2026-02-28\""))).isEmpty();
        assertThat(settings.fault(lock, new Json("\"\""))).isEmpty();
    }

    @Test
    void registersItsSequences() {
        depot.run(depot.lifecycle::beforeEnable);
        assertThat(depot.neighbours.registered)
                .extracting(one -> one.key())
                .containsExactly("inventory.count", "inventory.transfer");
    }
}
