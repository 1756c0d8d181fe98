package io.renoz.inventory;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Tables;
import io.renoz.inventory.alert.AlertEventResource;
import io.renoz.inventory.alert.AlertResource;
import io.renoz.inventory.alert.AlertScan;
import io.renoz.inventory.alert.Conditions;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.OutLine;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.ReceiveCommand;
import io.renoz.inventory.api.ReceiveLine;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReserveCommand;
import io.renoz.inventory.api.ReserveLine;
import io.renoz.inventory.api.ShipCommand;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.count.CountPosting;
import io.renoz.inventory.count.Sheet;
import io.renoz.inventory.count.StockCountItemResource;
import io.renoz.inventory.count.StockCountResource;
import io.renoz.inventory.forecast.Calculation;
import io.renoz.inventory.forecast.ForecastResource;
import io.renoz.inventory.forecast.ForecastRun;
import io.renoz.inventory.forecast.History;
import io.renoz.inventory.location.LocationResource;
import io.renoz.inventory.location.Occupancy;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.location.WarehouseLocationResource;
import io.renoz.inventory.posting.Adjustments;
import io.renoz.inventory.posting.Handling;
import io.renoz.inventory.posting.Incoming;
import io.renoz.inventory.posting.MovementResource;
import io.renoz.inventory.posting.Outgoing;
import io.renoz.inventory.posting.Portions;
import io.renoz.inventory.posting.Postings;
import io.renoz.inventory.posting.Reversal;
import io.renoz.inventory.posting.StockBodies;
import io.renoz.inventory.posting.StockResource;
import io.renoz.inventory.reservation.BackorderFill;
import io.renoz.inventory.reservation.ChosenUnits;
import io.renoz.inventory.reservation.Claims;
import io.renoz.inventory.reservation.ReservationExpiry;
import io.renoz.inventory.reservation.ReservationResource;
import io.renoz.inventory.reservation.Reservations;
import io.renoz.inventory.serial.Registry;
import io.renoz.inventory.serial.SerialEventResource;
import io.renoz.inventory.serial.SerialResource;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.Availabilities;
import io.renoz.inventory.stock.AvailabilityResource;
import io.renoz.inventory.stock.BalanceView;
import io.renoz.inventory.stock.Balances;
import io.renoz.inventory.stock.CostLayerResource;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.LedgerCheck;
import io.renoz.inventory.stock.Movements;
import io.renoz.inventory.stock.Stock;
import io.renoz.inventory.stock.ValuationResource;
import io.renoz.inventory.stock.Valuations;
import io.renoz.inventory.transfer.Arriving;
import io.renoz.inventory.transfer.Shipping;
import io.renoz.inventory.transfer.TransferResource;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The module put together as the service registry would, over a real database and in an organization of its own. */
public final class Depot {

    public static final TestPlatform PLATFORM = TestPlatform.shared();
    public static final String ORDER_LINE = "orders.order_line";

    public static final Tables tables = PLATFORM.tables("inventory");

    public final Organization organization = PLATFORM.organization();
    public final Neighbours neighbours = new Neighbours();
    public final Catalog catalog = new Catalog(organization);
    public final Colleagues users = new Colleagues(organization);
    public final Goods goods = new Goods(catalog);
    public final InventoryCalendar calendar = new InventoryCalendar(neighbours, neighbours, neighbours.clock);
    public final InventorySequences sequences = new InventorySequences(neighbours, calendar);
    public final Places places = new Places(tables, neighbours);
    public final Occupancy occupancy = new Occupancy(tables);
    public final LocationResource locations = new LocationResource(tables, users, occupancy);
    public final WarehouseLocationResource bins = new WarehouseLocationResource(tables, occupancy);
    public final Balances balances = new Balances(tables, calendar);
    public final Journals journals = new Journals(tables, balances, places, calendar, PLATFORM.events());
    public final Units units = new Units(tables, PLATFORM.events(), calendar);
    public final Claims claims = new Claims(tables, journals, units, PLATFORM.events(), calendar);
    public final ChosenUnits chosen = new ChosenUnits(units, journals);
    public final Reservations reservations =
            new Reservations(tables, claims, journals, balances, goods, places, chosen, neighbours.gate);
    public final ReservationResource holds =
            new ReservationResource(tables, reservations, claims, chosen, neighbours, calendar);
    public final ReservationExpiry expiry = new ReservationExpiry(tables, claims, calendar);
    public final BackorderFill backorders = new BackorderFill(tables, claims, journals, balances);
    public final Incoming incoming = new Incoming(goods, places, journals, units, neighbours);
    public final Outgoing outgoing = new Outgoing(goods, claims, chosen, balances, journals, units);
    public final Movements movements = new Movements(tables);
    public final Reversal reversal = new Reversal(movements, claims, journals, units);
    public final Postings postings =
            new Postings(incoming, outgoing, reversal, places, neighbours.gate, neighbours.clock);
    public final Portions portions = new Portions(goods, places, balances, units);
    public final Handling handling = new Handling(portions, places, balances, journals, units, neighbours);
    public final Adjustments adjustments = new Adjustments(goods, portions, handling, journals, units);
    public final StockResource stock = new StockResource(new Stock(tables), incoming, handling, adjustments);
    public final MovementResource ledger = new MovementResource(tables, reversal);
    public final CostLayerResource layers = new CostLayerResource(tables);
    public final Availabilities availability = new Availabilities(tables, places, neighbours.partners, calendar);
    public final AvailabilityResource availabilityResource = new AvailabilityResource(availability, calendar);
    public final Valuations valuation = new Valuations(tables, movements, calendar);
    public final ValuationResource valuationResource = new ValuationResource(valuation, goods, calendar);
    public final SerialResource serials = new SerialResource(tables, goods);
    public final SerialEventResource serialEvents = new SerialEventResource(tables);
    public final Registry registry = new Registry(tables, units, calendar);

    public final Shipping shipping = new Shipping(tables, goods, places, balances, journals, units, PLATFORM.events());
    public final Arriving arriving = new Arriving(tables, places, journals, units, PLATFORM.events());
    public final TransferResource transfers =
            new TransferResource(tables, goods, places, users, sequences, shipping, arriving);
    public final Sheet sheet = new Sheet(tables, goods);
    public final CountPosting countPosting = new CountPosting(tables, sheet, journals, units, PLATFORM.events());
    public final StockCountResource counts = new StockCountResource(
            tables,
            sheet,
            countPosting,
            places,
            goods,
            users,
            sequences,
            calendar,
            neighbours,
            PLATFORM.transactions());
    public final StockCountItemResource countItems =
            new StockCountItemResource(tables, sheet, places, goods, journals, calendar);
    public final Told notifications = new Told();
    public final AlertResource alerts = new AlertResource(tables, goods, places, users);
    public final AlertEventResource alertEvents = new AlertEventResource(tables, PLATFORM.events(), calendar);
    public final AlertScan scan = new AlertScan(
            tables, new Conditions(tables, goods, calendar), notifications, users, PLATFORM.events(), calendar);
    public final History history = new History(tables, calendar);
    public final Calculation calculation = new Calculation(valuation, neighbours);
    public final ForecastResource forecasts = new ForecastResource(tables, goods, history, calculation);
    public final ForecastRun forecastRun = new ForecastRun(tables, history, goods, calculation, calendar);
    public final LedgerCheck ledgerCheck = new LedgerCheck(tables, notifications);
    public final InventoryLifecycle lifecycle = new InventoryLifecycle(tables, sequences, claims);

    /** The default location, and its root place. */
    public final UUID main = location("MAIN", "\"isDefault\": true");

    public final UUID mainRoot = root(main);

    public UUID location(String code, String more) {
        String json = "{\"code\": \"" + code + "\", \"name\": \"Depot " + code + "\""
                + (more.isEmpty() ? "" : ", " + more) + "}";
        return in(() -> locations
                .create(Wire.read(json, LocationResource.Input.class))
                .body()
                .id());
    }

    /** The root place of a location. */
    public UUID root(UUID location) {
        return organization.read(
                () -> Objects.requireNonNull(places.roots(List.of(location)).get(location))
                        .id());
    }

    /** A place in a location. */
    public UUID bin(UUID location, String code, String more) {
        String json = "{\"locationId\": \"" + location + "\", \"locationCode\": \"" + code + "\", \"name\": \"" + code
                + "\"" + (more.isEmpty() ? "" : ", " + more) + "}";
        return in(() -> bins.create(Wire.read(json, WarehouseLocationResource.Input.class))
                .body()
                .id());
    }

    public <T> T in(Supplier<T> work) {
        return organization.call(work::get);
    }

    public void run(Runnable work) {
        organization.run(work);
    }

    /** Goods come in at the default location: {@code quantity} for {@code cost} in all. */
    public Posting receive(UUID product, String quantity, String cost, String... serials) {
        return receive(main, product, quantity, cost, serials);
    }

    public Posting receive(UUID location, UUID product, String quantity, String cost, String... serials) {
        var line = new ReceiveLine(
                null,
                product,
                null,
                new BigDecimal(quantity),
                new BigDecimal(cost),
                null,
                null,
                null,
                null,
                List.of(serials),
                StockStatus.AVAILABLE);
        return in(() -> postings.receive(new ReceiveCommand(
                new DocumentRef("suppliers.receipt", Ids.next(), "GRN-1"), location, null, List.of(line), null, null)));
    }

    /** Reserves for a line of an order of its own. */
    public Reservation reserve(UUID line, UUID product, String quantity) {
        return in(() -> reservations.reserve(order(line, product, quantity)).get(0));
    }

    public static ReserveCommand order(UUID line, UUID product, String quantity) {
        return ReserveCommand.firm(
                new DemandRef(ORDER_LINE, line),
                "ORD-1",
                List.of(new ReserveLine(line, product, new BigDecimal(quantity))));
    }

    /** Ships for a line. */
    public Posting ship(UUID line, UUID product, String quantity, String... serials) {
        return in(() -> postings.ship(shipment(line, product, quantity, serials)));
    }

    public static ShipCommand shipment(UUID line, UUID product, String quantity, String... serials) {
        return new ShipCommand(
                ORDER_LINE,
                new DocumentRef("orders.shipment", Ids.next(), "SHP-1"),
                null,
                LocationScope.sellable(),
                List.of(new OutLine(line, product, new BigDecimal(quantity), List.of(serials))),
                null);
    }

    /** An act on stock by hand, from JSON. */
    public <B> StockBodies.Posted act(
            java.util.function.Function<B, StockBodies.Posted> act, Class<B> type, String json) {
        return in(() -> act.apply(Wire.read(json, type)));
    }

    /** The balances of a product. */
    public List<BalanceView> of(UUID product) {
        var query =
                new ListQuery(200, Optional.empty(), Optional.of("id"), Map.of("productId", product.toString()), false);
        return organization.read(() -> stock.list(query).items());
    }

    /** The one balance of a product. */
    public BalanceView only(UUID product) {
        List<BalanceView> all = of(product);
        if (all.size() != 1) {
            throw new AssertionError("There are " + all.size() + " balances");
        }
        return all.get(0);
    }

    public BigDecimal available(UUID product) {
        return organization.read(() -> availability.available(product, LocationScope.sellable()));
    }

    /** What the tables contradict each other in, over the whole organization; empty when all is well. */
    public List<String> contradictions() {
        return organization.read(() -> {
            var found = new ArrayList<String>();
            for (String[] check : Audit.CHECKS) {
                Sql.rows(tables, check[1]).forEach(row -> found.add(check[0] + ": " + List.of(row)));
            }
            return found;
        });
    }

    /** Names of the events that were told of this organization's products. */
    public static Stream<String> told() {
        return PLATFORM.published().stream().map(event -> event.name());
    }
}
