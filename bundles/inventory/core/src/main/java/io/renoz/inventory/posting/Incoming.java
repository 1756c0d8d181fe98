package io.renoz.inventory.posting;

import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.InventorySettings;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.AdjustmentReason;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.BalanceKey;
import io.renoz.inventory.stock.Cause;
import io.renoz.inventory.stock.CostLayer;
import io.renoz.inventory.stock.CostLayerReferenceType;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Movement;
import io.renoz.inventory.stock.MovementType;
import io.renoz.inventory.stock.Slice;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goods that come in: bought, found, or brought back. */
@Component(service = Incoming.class)
public final class Incoming {

    /**
     * What comes.
     *
     * @param totalCost value of the line; null for the last known cost
     */
    record Line(
            @Nullable UUID lineId,
            UUID productId,
            @Nullable UUID placeId,
            BigDecimal quantity,
            @Nullable BigDecimal totalCost,
            @Nullable String sourceCurrency,
            @Nullable BigDecimal exchangeRate,
            @Nullable String lotNumber,
            @Nullable LocalDate expiryDate,
            List<String> serials,
            StockStatus status,
            StockOwnership ownership) {}

    /** How it comes. */
    record Arrival(
            DocumentRef document,
            MovementType type,
            CostLayerReferenceType origin,
            @Nullable UUID locationId,
            @Nullable UUID supplierId,
            @Nullable Instant occurredAt,
            @Nullable AdjustmentReason reason,
            @Nullable String notes,
            List<Line> lines) {}

    private static final int MOST_LINES = 1000;
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999.99");

    private final Goods goods;
    private final Places places;
    private final Journals journals;
    private final Units units;
    private final SettingsReader settings;

    @Activate
    public Incoming(
            @Reference Goods goods,
            @Reference Places places,
            @Reference Journals journals,
            @Reference Units units,
            @Reference SettingsReader settings) {
        this.goods = goods;
        this.places = places;
        this.journals = journals;
        this.units = units;
        this.settings = settings;
    }

    Posting receive(Arrival arrival) {
        List<Line> lines = arrival.lines();
        requireSome(lines.size());
        Map<UUID, ProductSummary> products = goods.require("lines", lines, Line::productId);
        var serials = new SerialLines();
        for (int i = 0; i < lines.size(); i++) {
            check(lines.get(i), product(products, lines.get(i)), i, serials);
        }
        UUID location = places.location(arrival.locationId(), "locationId");
        List<Place> where =
                places.receiving(location, lines.stream().map(Line::placeId).toList(), "lines");
        boolean inspected = arrival.type() == MovementType.RECEIVE
                && settings.getBoolean(InventorySettings.CATEGORY, InventorySettings.INSPECTION);
        List<BalanceKey> keys = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            StockStatus status =
                    inspected && line.status == StockStatus.AVAILABLE ? StockStatus.QUARANTINED : line.status;
            keys.add(BalanceKey.at(
                    where.get(i), line.productId, line.lotNumber, status, line.ownership, line.expiryDate));
        }
        Journal journal = journals.open(arrival.document(), arrival.occurredAt());
        journal.lock(List.of(), keys);
        Map<Units.Key, SerializedItem> known = units.lock(serials.all());
        for (int i = 0; i < lines.size(); i++) {
            take(arrival, i, journal.balance(keys.get(i)), serials, known, journal);
        }
        journal.write(arrival.type() == MovementType.RECEIVE ? InventoryEvents.RECEIVED : InventoryEvents.RETURNED);
        return journal.result();
    }

    private static ProductSummary product(Map<UUID, ProductSummary> products, Line line) {
        return java.util.Objects.requireNonNull(products.get(line.productId));
    }

    static void requireSome(int lines) {
        if (lines == 0 || lines > MOST_LINES) {
            throw Problem.invalid("lines", "There are 1 to " + MOST_LINES + " lines.");
        }
    }

    private static void check(Line line, ProductSummary product, int index, SerialLines serials) {
        String field = SerialLines.field(index);
        Amounts.positive(line.quantity, field + "/quantity");
        Goods.requireUnit(product, line.quantity, field + "/quantity");
        requireMoney(line.totalCost, field + "/totalCost");
        serials.add(product, line.quantity, line.serials, field);
    }

    private static void requireMoney(@Nullable BigDecimal amount, String field) {
        if (amount != null
                && (amount.signum() < 0
                        || amount.compareTo(MOST_MONEY) > 0
                        || amount.stripTrailingZeros().scale() > 2)) {
            throw Problem.invalid(field, "A cost is 0 or more, with two decimals.");
        }
    }

    private void take(
            Arrival arrival,
            int index,
            Balance balance,
            SerialLines serials,
            Map<Units.Key, SerializedItem> known,
            Journal journal) {
        Line line = arrival.lines().get(index);
        BigDecimal quantity = Amounts.stored(line.quantity, SerialLines.field(index) + "/quantity");
        BigDecimal cost = line.totalCost == null
                ? Amounts.money(balance.lastCost().multiply(quantity))
                : Amounts.money(line.totalCost);
        Cause cause = Cause.of(arrival.type(), line.lineId).because(arrival.reason(), arrival.notes());
        Movement movement = journal.in(
                balance,
                List.of(Slice.fresh(journal.at(), quantity, cost, line.expiryDate)),
                new CostLayer.Origin(arrival.origin(), line.sourceCurrency, line.exchangeRate),
                cause);
        BigDecimal unitCost = Amounts.unitCost(cost, quantity, Amounts.NO_MONEY);
        for (int n = 0; n < serials.of(index).size(); n++) {
            Units.Key key = serials.of(index).get(n);
            SerializedItem unit = known.get(key);
            if (unit != null && unit.onHand()) {
                throw Units.conflict(unit.serial(), "is on hand already", unit);
            }
            SerializedItemStatus before = unit == null ? null : unit.state();
            SerializedItem entering = unit == null ? units.register(line.productId, serials.typed(index, n)) : unit;
            entering.enter(balance.id(), balance.condition());
            boolean bought = arrival.type() == MovementType.RECEIVE;
            if (bought) {
                entering.bought(arrival.supplierId(), line.lineId, unitCost, journal.at());
            }
            units.tell(
                    entering,
                    before,
                    new Units.Happening(
                            bought ? SerializedItemEventType.RECEIVED : SerializedItemEventType.RETURNED,
                            arrival.document().type(),
                            arrival.document().id(),
                            movement.id(),
                            journal.at(),
                            null));
        }
    }
}
