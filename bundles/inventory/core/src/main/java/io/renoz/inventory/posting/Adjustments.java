package io.renoz.inventory.posting;

import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.AdjustmentReason;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.BalanceKey;
import io.renoz.inventory.stock.Cause;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Movement;
import io.renoz.inventory.stock.MovementType;
import io.renoz.inventory.stock.Shortage;
import io.renoz.inventory.stock.Slice;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-16: corrects quantity or value of balances, with a reason and in one posting. */
@Component(service = Adjustments.class)
public final class Adjustments {

    /**
     * A correction of one balance.
     *
     * @param change what there is more, or less
     * @param unitCost of what there is more
     * @param valueChange what it is worth more, or less, besides
     */
    record Line(
            UUID productId,
            UUID placeId,
            @Nullable String lot,
            @Nullable LocalDate expiryDate,
            StockStatus status,
            StockOwnership ownership,
            BigDecimal change,
            @Nullable BigDecimal unitCost,
            BigDecimal valueChange,
            List<String> serials) {}

    private final Goods goods;
    private final Portions portions;
    private final Handling handling;
    private final Journals journals;
    private final Units units;

    @Activate
    public Adjustments(
            @Reference Goods goods,
            @Reference Portions portions,
            @Reference Handling handling,
            @Reference Journals journals,
            @Reference Units units) {
        this.goods = goods;
        this.portions = portions;
        this.handling = handling;
        this.journals = journals;
        this.units = units;
    }

    Posting adjust(List<Line> lines, AdjustmentReason reason, @Nullable Instant occurredAt, @Nullable String notes) {
        Incoming.requireSome(lines.size());
        Map<UUID, ProductSummary> products = goods.require("lines", lines, Line::productId);
        var serials = new SerialLines();
        for (int i = 0; i < lines.size(); i++) {
            check(lines.get(i), Objects.requireNonNull(products.get(lines.get(i).productId)), i, serials);
        }
        List<BalanceKey> keys = keys(lines);
        Journal journal = journals.open(Handling.byHand(), occurredAt);
        journal.lock(List.of(), keys);
        Map<Units.Key, SerializedItem> known = units.lock(serials.all());
        for (int i = 0; i < lines.size(); i++) {
            Balance balance = journal.balance(keys.get(i));
            Cause cause = Cause.of(MovementType.ADJUST, null).because(reason, notes);
            move(lines.get(i), i, balance, cause, reason, serials, known, journal);
        }
        if (handling.aboveLimit(changed(journal))) {
            throw Problem.of("forbidden", "Correcting so much value needs the permission to approve.")
                    .with("permission", io.renoz.inventory.Permissions.APPROVE);
        }
        journal.write(
                lines.stream().allMatch(line -> line.change.signum() == 0)
                        ? InventoryEvents.COST_CHANGED
                        : InventoryEvents.ADJUSTED);
        return journal.result();
    }

    /** Gains and losses do not make up for each other. */
    private static BigDecimal changed(Journal journal) {
        return journal.values().stream().map(BigDecimal::abs).reduce(Amounts.NO_MONEY, BigDecimal::add);
    }

    private static void check(Line line, ProductSummary product, int index, SerialLines serials) {
        String field = SerialLines.field(index);
        Amounts.stored(line.change, field + "/quantityChange");
        Goods.requireUnit(product, line.change, field + "/quantityChange");
        if (line.change.signum() == 0 && line.valueChange.signum() == 0) {
            throw Problem.invalid(field + "/quantityChange", "Either quantity or value changes.");
        }
        if (line.change.signum() > 0 && line.unitCost == null && line.ownership != StockOwnership.CUSTOMER) {
            throw Problem.invalid(field + "/unitCost", "Stock that is added needs a unit cost.");
        }
        if (line.valueChange.signum() != 0 && line.ownership == StockOwnership.CUSTOMER) {
            throw Problem.invalid(field + "/valueChange", "Goods of a customer carry no value.");
        }
        serials.add(product, line.change, line.serials, field);
    }

    private List<BalanceKey> keys(List<Line> lines) {
        Map<UUID, Place> places =
                portions.places(lines.stream().map(Line::placeId).toList(), "warehouseLocationId");
        var keys = new ArrayList<BalanceKey>();
        var seen = new HashSet<BalanceKey>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            BalanceKey key = BalanceKey.at(
                    Objects.requireNonNull(places.get(line.placeId)),
                    line.productId,
                    line.lot,
                    line.status,
                    line.ownership,
                    line.expiryDate);
            if (!seen.add(key)) {
                throw Problem.invalid(SerialLines.field(i), "A balance is corrected once.");
            }
            keys.add(key);
        }
        return keys;
    }

    private void move(
            Line line,
            int index,
            Balance balance,
            Cause cause,
            AdjustmentReason reason,
            SerialLines serials,
            Map<Units.Key, SerializedItem> known,
            Journal journal) {
        BigDecimal change = Amounts.stored(line.change, "quantityChange");
        Movement movement = null;
        if (change.signum() > 0) {
            BigDecimal cost = Handling.amount(line.unitCost).multiply(change);
            movement = journal.in(
                    balance,
                    List.of(Slice.fresh(journal.at(), change, cost, line.expiryDate)),
                    Handling.found(reason),
                    cause);
        } else if (change.signum() < 0) {
            if (!journal.place(balance).allowsNegative() && balance.free().compareTo(change.negate()) < 0) {
                throw Shortage.of(
                                line.productId, change.negate(), balance.free().max(Amounts.NO_GOODS))
                        .problem();
            }
            movement = journal.out(balance, change.negate(), cause, null).movement();
        }
        if (movement != null) {
            for (int n = 0; n < serials.of(index).size(); n++) {
                adjust(line, serials.of(index).get(n), serials.typed(index, n), known, balance, movement, journal);
            }
        }
        if (line.valueChange.signum() != 0 && !journal.revalue(balance, Amounts.money(line.valueChange), cause)) {
            throw Problem.invalid(
                    SerialLines.field(index) + "/valueChange",
                    "Stock is worth 0 or more, and only where there is some.");
        }
    }

    private void adjust(
            Line line,
            Units.Key key,
            String typed,
            Map<Units.Key, SerializedItem> known,
            Balance balance,
            Movement movement,
            Journal journal) {
        SerializedItem unit = known.get(key);
        boolean here = unit != null && balance.id().equals(unit.balance());
        if (line.change.signum() > 0) {
            if (unit != null && unit.onHand()) {
                throw Units.conflict(unit.serial(), "is on hand already", unit);
            }
            SerializedItemStatus before = unit == null ? null : unit.state();
            SerializedItem found = unit == null ? units.register(line.productId, typed) : unit;
            found.enter(balance.id(), balance.condition());
            if (unit == null) {
                found.bought(null, null, Handling.amount(line.unitCost), journal.at());
            }
            tell(found, before, SerializedItemEventType.RECEIVED, movement, journal);
        } else {
            if (unit == null || !here || unit.state() == SerializedItemStatus.ALLOCATED) {
                throw Units.conflict(key.serial(), here ? "is set aside" : "is not there", unit);
            }
            SerializedItemStatus before = unit.state();
            unit.leave(SerializedItemStatus.SCRAPPED);
            tell(unit, before, SerializedItemEventType.STATUS_CHANGED, movement, journal);
        }
    }

    private void tell(
            SerializedItem unit,
            @Nullable SerializedItemStatus before,
            SerializedItemEventType type,
            Movement movement,
            Journal journal) {
        units.tell(unit, before, new Units.Happening(type, Handling.MANUAL, null, movement.id(), journal.at(), null));
    }
}
