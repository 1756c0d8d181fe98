package io.renoz.inventory.posting;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.InventorySettings;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Rights;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.posting.Portions.Portion;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.AdjustmentReason;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.Balances;
import io.renoz.inventory.stock.Cause;
import io.renoz.inventory.stock.CostLayer;
import io.renoz.inventory.stock.CostLayerReferenceType;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Movement;
import io.renoz.inventory.stock.MovementType;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people do to stock by hand: move it, change its condition, write it off. */
@Component(service = Handling.class)
public final class Handling {

    static final String MANUAL = "inventory.manual";

    /** The conditions that stock may take by hand; returned only comes from a return, or back from quarantine. */
    private static final Map<StockStatus, Set<StockStatus>> NEXT = Map.of(
            StockStatus.AVAILABLE, Set.of(StockStatus.QUARANTINED, StockStatus.DAMAGED),
            StockStatus.QUARANTINED, Set.of(StockStatus.AVAILABLE, StockStatus.DAMAGED, StockStatus.RETURNED),
            StockStatus.DAMAGED, Set.of(StockStatus.AVAILABLE, StockStatus.QUARANTINED),
            StockStatus.RETURNED, Set.of(StockStatus.AVAILABLE, StockStatus.QUARANTINED, StockStatus.DAMAGED));

    private final Portions portions;
    private final Places places;
    private final Balances balances;
    private final Journals journals;
    private final Units units;
    private final SettingsReader settings;

    @Activate
    public Handling(
            @Reference Portions portions,
            @Reference Places places,
            @Reference Balances balances,
            @Reference Journals journals,
            @Reference Units units,
            @Reference SettingsReader settings) {
        this.portions = portions;
        this.places = places;
        this.balances = balances;
        this.journals = journals;
        this.units = units;
        this.settings = settings;
    }

    static DocumentRef byHand() {
        return new DocumentRef(MANUAL, Ids.next(), null);
    }

    /** INV-09: from place to place in one step; {@code targets} has the place of each line. */
    Posting move(List<Portions.Line> lines, List<UUID> targets, @Nullable Instant occurredAt, @Nullable String notes) {
        Map<UUID, Place> from =
                portions.places(lines.stream().map(Portions.Line::placeId).toList(), "fromWarehouseLocationId");
        Map<UUID, Place> to = portions.places(targets, "toWarehouseLocationId");
        for (int i = 0; i < targets.size(); i++) {
            Place source = Objects.requireNonNull(from.get(lines.get(i).placeId()));
            Place target = Objects.requireNonNull(to.get(targets.get(i)));
            if (source.id().equals(target.id())) {
                throw Problem.invalid(SerialLines.field(i) + "/toWarehouseLocationId", "The goods are there already.");
            }
            Rights.requireOwn(
                    Permissions.TRANSFER, Permissions.TRANSFER_OWN, () -> places.assignee(source.locationId()));
            if (!target.active() || !target.receivable()) {
                throw Problem.invalid(
                        SerialLines.field(i) + "/toWarehouseLocationId", target.path() + " takes nothing in.");
            }
        }
        Journal journal = journals.open(byHand(), occurredAt);
        List<Portion> parts =
                portions.of(journal, lines, (line, key) -> key.at(Objects.requireNonNull(to.get(targets.get(line)))));
        var lineIds = lineIds(lines.size());
        for (Portion part : parts) {
            Balance target =
                    journal.balance(part.balance().at(Objects.requireNonNull(to.get(targets.get(part.line())))));
            Cause cause =
                    Cause.of(MovementType.TRANSFER, lineIds.get(part.line())).because(null, notes);
            Movement movement =
                    journal.move(part.balance(), target, part.quantity(), cause).movement();
            for (SerializedItem unit : part.units()) {
                SerializedItemStatus before = unit.state();
                unit.enter(target.id(), target.condition());
                tell(unit, before, SerializedItemEventType.MOVED, movement, journal, notes);
            }
        }
        journal.write();
        requireRoom(to.values());
        return journal.result();
    }

    private static List<UUID> lineIds(int count) {
        return java.util.stream.Stream.generate(Ids::next).limit(count).toList();
    }

    private void tell(
            SerializedItem unit,
            SerializedItemStatus before,
            SerializedItemEventType type,
            Movement movement,
            Journal journal,
            @Nullable String notes) {
        units.tell(unit, before, new Units.Happening(type, MANUAL, null, movement.id(), journal.at(), notes));
    }

    /** Refuses to put more at a place than it can hold. */
    private void requireRoom(Iterable<Place> targets) {
        var limited = new HashMap<UUID, Place>();
        targets.forEach(place -> {
            if (place.capacity() != null) {
                limited.put(place.id(), place);
            }
        });
        if (limited.isEmpty()) {
            return;
        }
        journals.flush();
        balances.filled(limited.keySet()).forEach((id, units) -> {
            Place place = Objects.requireNonNull(limited.get(id));
            int capacity = Objects.requireNonNull(place.capacity());
            if (units.compareTo(BigDecimal.valueOf(capacity)) > 0) {
                throw Problem.of("bin-capacity-exceeded", place.path() + " holds at most " + capacity + " units.")
                        .with("capacity", capacity)
                        .with("wanted", units);
            }
        });
    }

    /** From one condition to another, at the same place. */
    Posting changeStatus(
            List<Portions.Line> lines, List<StockStatus> next, @Nullable Instant occurredAt, @Nullable String notes) {
        Map<UUID, Place> at =
                portions.places(lines.stream().map(Portions.Line::placeId).toList(), "warehouseLocationId");
        for (int i = 0; i < lines.size(); i++) {
            requireMove(lines.get(i).status(), next.get(i));
            if (next.get(i) == StockStatus.AVAILABLE
                    && Objects.requireNonNull(at.get(lines.get(i).placeId())).quarantine()) {
                throw Problem.invalid(
                        SerialLines.field(i) + "/toStatus", "Stock at a place for quarantine is not available.");
            }
        }
        Journal journal = journals.open(byHand(), occurredAt);
        List<Portion> parts = portions.of(journal, lines, (line, key) -> key.in(next.get(line)));
        var lineIds = lineIds(lines.size());
        for (Portion part : parts) {
            Balance target = journal.balance(part.balance().key().in(next.get(part.line())));
            Cause cause = Cause.of(MovementType.STATUS_CHANGE, lineIds.get(part.line()))
                    .because(null, notes);
            Movement movement =
                    journal.move(part.balance(), target, part.quantity(), cause).movement();
            for (SerializedItem unit : part.units()) {
                SerializedItemStatus before = unit.state();
                unit.enter(target.id(), target.condition());
                tell(unit, before, SerializedItemEventType.STATUS_CHANGED, movement, journal, notes);
            }
        }
        journal.write(InventoryEvents.STATUS_CHANGED);
        return journal.result();
    }

    private static void requireMove(StockStatus from, StockStatus to) {
        if (!NEXT.getOrDefault(from, Set.of()).contains(to)) {
            String before = io.renoz.data.Coded.of(from);
            String after = io.renoz.data.Coded.of(to);
            throw Problem.transition("Stock that is " + before + " cannot become " + after + " by hand.")
                    .with("from", before)
                    .with("to", after);
        }
    }

    /** Written off; above the limit only by those who may approve. */
    Posting scrap(
            List<Portions.Line> lines, AdjustmentReason reason, @Nullable Instant occurredAt, @Nullable String notes) {
        portions.places(lines.stream().map(Portions.Line::placeId).toList(), "warehouseLocationId");
        Journal journal = journals.open(byHand(), occurredAt);
        for (Portion part : portions.of(journal, lines, null)) {
            Cause cause = Cause.of(MovementType.SCRAP, null).because(reason, notes);
            Movement movement =
                    journal.out(part.balance(), part.quantity(), cause, null).movement();
            for (SerializedItem unit : part.units()) {
                SerializedItemStatus before = unit.state();
                unit.leave(SerializedItemStatus.SCRAPPED);
                tell(unit, before, SerializedItemEventType.STATUS_CHANGED, movement, journal, notes);
            }
        }
        if (aboveLimit(journal.value())) {
            throw Problem.of("approval-required", "Scrapping so much value needs the permission to approve.")
                    .with("value", journal.value().abs());
        }
        journal.write(InventoryEvents.SCRAPPED);
        return journal.result();
    }

    /** Whether the caller may not correct so much value alone. */
    boolean aboveLimit(BigDecimal value) {
        BigDecimal limit = settings.getDecimal(InventorySettings.CATEGORY, InventorySettings.APPROVAL_LIMIT);
        return value.abs().compareTo(limit) > 0 && !Call.current().permits(Permissions.APPROVE);
    }

    static CostLayer.Origin found(AdjustmentReason reason) {
        return CostLayer.Origin.of(
                reason == AdjustmentReason.OPENING_BALANCE
                        ? CostLayerReferenceType.OPENING_BALANCE
                        : CostLayerReferenceType.ADJUSTMENT);
    }

    static BigDecimal amount(@Nullable BigDecimal value) {
        return value == null ? Amounts.NO_MONEY : Amounts.money(value);
    }
}
