package io.renoz.inventory.count;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.serial.SerialNumbers;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.Cause;
import io.renoz.inventory.stock.CostLayer;
import io.renoz.inventory.stock.CostLayerReferenceType;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Movement;
import io.renoz.inventory.stock.MovementType;
import io.renoz.inventory.stock.Shortage;
import io.renoz.inventory.stock.Slice;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-14: completes a count: all its variances in one posting. */
@Component(service = CountPosting.class)
public final class CountPosting {

    static final String DOCUMENT = "inventory.count";

    private final Tables tables;
    private final Sheet sheet;
    private final Journals journals;
    private final Units units;
    private final EventPublisher events;

    @Activate
    public CountPosting(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Sheet sheet,
            @Reference Journals journals,
            @Reference Units units,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.sheet = sheet;
        this.journals = journals;
        this.units = units;
        this.events = events;
    }

    void complete(StockCount count, List<StockCountItem> items) {
        Journal journal = journals.open(new DocumentRef(DOCUMENT, count.id(), count.countCode), null);
        journal.lock(items.stream().map(item -> item.inventoryId).toList(), List.of());
        List<StockCountItem> moved = sheet.moved(items);
        if (!moved.isEmpty()) {
            throw changed(moved);
        }
        Map<UUID, Map<String, SerializedItem>> there = there(items);
        Map<Units.Key, SerializedItem> known = known(items);
        for (StockCountItem item : items) {
            Balance balance = journal.balance(item.inventoryId);
            balance.counted(journal.at());
            post(item, balance, journal, there.getOrDefault(item.inventoryId, Map.of()), known);
        }
        count.sum(items);
        count.complete(journal.at());
        journal.write();
        var payload = new LinkedHashMap<String, Object>();
        payload.put("countCode", count.countCode);
        payload.put("itemsWithVariance", count.itemsWithVariance);
        payload.put("varianceValue", count.varianceValue);
        payload.put("productIds", List.copyOf(journal.products()));
        events.publish(new DomainEvent(InventoryEvents.COUNT_COMPLETED, "stock_count", count.id(), payload));
    }

    /** 409 {@code stock-changed}: these lines have to be counted again. */
    static Problem changed(List<StockCountItem> moved) {
        return Problem.of("stock-changed", "Stock moved since it was counted; count these lines again.")
                .with("items", moved.stream().map(StockCountItem::id).toList());
    }

    /** Units that were counted, as far as they are known anywhere. */
    private Map<Units.Key, SerializedItem> known(List<StockCountItem> items) {
        return units.lock(items.stream()
                .flatMap(item -> typed(item).stream().map(serial -> Units.Key.of(item.productId, serial)))
                .toList());
    }

    private static List<String> typed(StockCountItem item) {
        return item.countedSerialNumbers == null ? List.of() : List.of(item.countedSerialNumbers);
    }

    private void post(
            StockCountItem item,
            Balance balance,
            Journal journal,
            Map<String, SerializedItem> there,
            Map<Units.Key, SerializedItem> known) {
        BigDecimal variance = item.variance();
        item.varianceValue = Amounts.NO_MONEY;
        if (variance.signum() == 0 && item.countedSerialNumbers == null) {
            return;
        }
        Cause cause = Cause.of(MovementType.COUNT, item.id()).because(item.varianceReason, item.notes);
        Movement movement = null;
        if (variance.signum() > 0) {
            BigDecimal cost = balance.lastCost().multiply(variance);
            movement = journal.in(
                    balance,
                    List.of(Slice.fresh(journal.at(), variance, cost, balance.expires())),
                    CostLayer.Origin.of(CostLayerReferenceType.STOCK_COUNT),
                    cause);
        } else if (variance.signum() < 0) {
            if (balance.free().compareTo(variance.negate()) < 0) {
                throw Shortage.of(
                                item.productId,
                                variance.negate(),
                                balance.free().max(Amounts.NO_GOODS))
                        .problem();
            }
            movement = journal.out(balance, variance.negate(), cause, null).movement();
        }
        if (movement != null) {
            item.varianceValue = movement.value();
        }
        if (item.countedSerialNumbers != null) {
            settle(item, balance, movement, journal, there, known);
        }
    }

    private Map<UUID, Map<String, SerializedItem>> there(List<StockCountItem> items) {
        List<UUID> balances = items.stream()
                .filter(item -> item.countedSerialNumbers != null)
                .map(item -> item.inventoryId)
                .toList();
        if (balances.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = tables.entities()
                .createQuery("select u.id from SerializedItem u where u.inventoryId in :balances", UUID.class)
                .setParameter("balances", balances)
                .getResultList();
        var there = new HashMap<UUID, Map<String, SerializedItem>>();
        units.lockIds(ids).values().forEach(unit -> {
            UUID balance = unit.balance();
            if (balance != null) {
                there.computeIfAbsent(balance, id -> new HashMap<>()).put(unit.normal(), unit);
            }
        });
        return there;
    }

    /** INV-11: what was not found is gone, what was found and is not known here is taken in. */
    private void settle(
            StockCountItem item,
            Balance balance,
            @Nullable Movement movement,
            Journal journal,
            Map<String, SerializedItem> there,
            Map<Units.Key, SerializedItem> known) {
        List<String> typed = typed(item);
        Set<String> counted = typed.stream().map(SerialNumbers::normal).collect(Collectors.toCollection(HashSet::new));
        UUID by = movement == null ? null : movement.id();
        there.forEach((serial, unit) -> {
            if (!counted.contains(serial)) {
                SerializedItemStatus before = unit.state();
                if (before == SerializedItemStatus.ALLOCATED) {
                    throw Units.conflict(unit.serial(), "was not found and is set aside", unit);
                }
                unit.leave(SerializedItemStatus.SCRAPPED);
                units.tell(unit, before, happening(SerializedItemEventType.STATUS_CHANGED, item, by, journal));
            }
        });
        List<String> surplus = typed.stream()
                .filter(serial -> !there.containsKey(SerialNumbers.normal(serial)))
                .toList();
        for (String serial : surplus) {
            SerializedItem unit = known.get(Units.Key.of(item.productId, serial));
            if (unit != null && unit.onHand()) {
                throw Units.conflict(serial, "is on hand elsewhere", unit);
            }
            SerializedItemStatus before = unit == null ? null : unit.state();
            SerializedItem found = unit == null ? units.register(item.productId, serial) : unit;
            found.enter(balance.id(), balance.condition());
            units.tell(found, before, happening(SerializedItemEventType.RECEIVED, item, by, journal));
        }
    }

    private static Units.Happening happening(
            SerializedItemEventType type, StockCountItem item, @Nullable UUID movement, Journal journal) {
        return new Units.Happening(type, DOCUMENT, item.stockCountId, movement, journal.at(), null);
    }
}
