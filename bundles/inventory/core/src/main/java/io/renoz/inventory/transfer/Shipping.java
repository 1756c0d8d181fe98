package io.renoz.inventory.transfer;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.BalanceKey;
import io.renoz.inventory.stock.Balances;
import io.renoz.inventory.stock.Cause;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Movement;
import io.renoz.inventory.stock.MovementType;
import io.renoz.inventory.stock.Picking;
import io.renoz.inventory.stock.Picking.Candidate;
import io.renoz.inventory.stock.Picking.Pick;
import io.renoz.inventory.stock.Picking.Want;
import io.renoz.inventory.stock.Shortage;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the goods of a transfer out of their source, into transit. */
@Component(service = Shipping.class)
public final class Shipping {

    private final Tables tables;
    private final Goods goods;
    private final Places places;
    private final Balances balances;
    private final Journals journals;
    private final Units units;
    private final EventPublisher events;

    @Activate
    public Shipping(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Goods goods,
            @Reference Places places,
            @Reference Balances balances,
            @Reference Journals journals,
            @Reference Units units,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.goods = goods;
        this.places = places;
        this.balances = balances;
        this.journals = journals;
        this.units = units;
        this.events = events;
    }

    void ship(StockTransfer transfer) {
        transfer.require(TransferStatus.IN_TRANSIT);
        List<StockTransferItem> items = transfer.items;
        if (items.isEmpty()) {
            throw Problem.invalid("items", "There is nothing to ship.");
        }
        Map<UUID, ProductSummary> products = goods.require("items", items, item -> item.productId);
        Place transit = places.transit();
        Journal journal = journals.open(transfer.document(), null);
        Map<Integer, List<Units.Key>> serials = serials(items, products);
        List<Units.Key> all = serials.values().stream().flatMap(List::stream).toList();
        Map<UUID, Balances.Rank> ranks = balances.candidates(
                items.stream().map(item -> item.productId).distinct().toList(),
                LocationScope.at(transfer.fromLocationId),
                LocalDate.EPOCH,
                StockStatus.AVAILABLE);
        lock(journal, transfer, ranks, all, transit);
        Map<Units.Key, SerializedItem> known = units.lock(all);
        var taken = new HashMap<UUID, BigDecimal>();
        for (int i = 0; i < items.size(); i++) {
            StockTransferItem item = items.get(i);
            List<Units.Key> named = serials.getOrDefault(i, List.of());
            List<Pick> picks = named.isEmpty()
                    ? ofGoods(i, item, ranks, taken, journal)
                    : ofUnits(i, item, transfer, named, known, taken, journal);
            Map<UUID, Movement> moved = move(item, picks, transit, journal);
            named.forEach(key -> depart(Objects.requireNonNull(known.get(key)), moved, transit, journal, transfer));
            item.quantityShipped = item.quantity;
        }
        transfer.ship(journal.at(), Call.user().orElse(null));
        journal.write();
        events.publish(told(InventoryEvents.TRANSFER_SHIPPED, transfer));
    }

    static DomainEvent told(String event, StockTransfer transfer) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("transferNumber", transfer.transferNumber);
        payload.put("fromLocationId", transfer.fromLocationId);
        payload.put("toLocationId", transfer.toLocationId);
        payload.put(
                "productIds",
                transfer.items.stream().map(item -> item.productId).distinct().toList());
        return new DomainEvent(event, "stock_transfer", transfer.id(), payload);
    }

    private static Map<Integer, List<Units.Key>> serials(
            List<StockTransferItem> items, Map<UUID, ProductSummary> products) {
        var serials = new HashMap<Integer, List<Units.Key>>();
        var seen = new LinkedHashSet<Units.Key>();
        for (int i = 0; i < items.size(); i++) {
            StockTransferItem item = items.get(i);
            boolean serialized =
                    Objects.requireNonNull(products.get(item.productId)).isSerialized();
            int count = item.serials().size();
            if (serialized ? BigDecimal.valueOf(count).compareTo(item.quantity) != 0 : count > 0) {
                throw Problem.invalid("items/" + i + "/serialNumbers", "A serialized product needs one serial a unit.");
            }
            List<Units.Key> keys = item.serials().stream()
                    .map(serial -> Units.Key.of(item.productId, serial))
                    .toList();
            if (!keys.stream().allMatch(seen::add)) {
                throw Problem.invalid("items/" + i + "/serialNumbers", "A serial comes twice.");
            }
            if (serialized) {
                serials.put(i, keys);
            }
        }
        return serials;
    }

    /** All that may give, and what takes: locked at once, in the order of their ids. */
    private void lock(
            Journal journal,
            StockTransfer transfer,
            Map<UUID, Balances.Rank> ranks,
            List<Units.Key> serials,
            Place transit) {
        var ids = new LinkedHashSet<>(ranks.keySet());
        ids.addAll(units.balances(serials).values());
        List<BalanceKey> keys = tables.entities()
                .createQuery("select b from Balance b where b.id in :ids", Balance.class)
                .setParameter("ids", ids.isEmpty() ? List.of(new UUID(0, 0)) : List.copyOf(ids))
                .getResultStream()
                .filter(balance -> balance.location().equals(transfer.fromLocationId))
                .map(balance -> balance.at(transit))
                .toList();
        journal.lock(ids, keys);
    }

    private static List<Pick> ofGoods(
            int index,
            StockTransferItem item,
            Map<UUID, Balances.Rank> ranks,
            Map<UUID, BigDecimal> taken,
            Journal journal) {
        List<Candidate> candidates = ranks.values().stream()
                .filter(rank -> journal.holds(rank.balance()))
                .filter(rank -> fits(item, journal.balance(rank.balance())))
                .map(journal::candidate)
                .map(one -> new Candidate(
                        one.balance(),
                        one.product(),
                        one.free().subtract(taken.getOrDefault(one.balance(), Amounts.NO_GOODS)),
                        one.expiry(),
                        one.atDefault(),
                        one.pickSequence()))
                .toList();
        List<Want> want = List.of(new Want(index, item.productId, item.quantity));
        Picking.Result result = Picking.pick(want, candidates);
        if (!result.missing().isEmpty()) {
            throw Shortage.problem(Picking.shortages(want, result));
        }
        result.picks().forEach(pick -> taken.merge(pick.balance(), pick.quantity(), BigDecimal::add));
        return result.picks();
    }

    private static boolean fits(StockTransferItem item, Balance balance) {
        UUID place = item.fromWarehouseLocationId;
        String lot = item.lot();
        return balance.product().equals(item.productId)
                && (place == null || place.equals(balance.place()))
                && (lot == null || lot.equals(balance.lot()));
    }

    private static List<Pick> ofUnits(
            int index,
            StockTransferItem item,
            StockTransfer transfer,
            List<Units.Key> keys,
            Map<Units.Key, SerializedItem> known,
            Map<UUID, BigDecimal> taken,
            Journal journal) {
        var counts = new LinkedHashMap<UUID, BigDecimal>();
        for (Units.Key key : keys) {
            SerializedItem unit = known.get(key);
            UUID id = unit == null ? null : unit.balance();
            boolean here = id != null
                    && journal.holds(id)
                    && journal.balance(id).location().equals(transfer.fromLocationId)
                    && fits(item, journal.balance(id));
            if (unit == null || id == null || !here || unit.state() != SerializedItemStatus.AVAILABLE) {
                throw Units.conflict(key.serial(), "is not free at the source", unit);
            }
            counts.merge(id, BigDecimal.ONE, BigDecimal::add);
        }
        var picks = new ArrayList<Pick>();
        counts.forEach((id, count) -> {
            BigDecimal free = journal.balance(id).free().subtract(taken.getOrDefault(id, Amounts.NO_GOODS));
            if (free.compareTo(count) < 0) {
                throw Shortage.of(item.productId, count, free.max(Amounts.NO_GOODS))
                        .problem();
            }
            taken.merge(id, count, BigDecimal::add);
            picks.add(new Pick(index, id, Amounts.stored(count, "quantity")));
        });
        return picks;
    }

    private static Map<UUID, Movement> move(StockTransferItem item, List<Pick> picks, Place transit, Journal journal) {
        var moved = new HashMap<UUID, Movement>();
        for (Pick pick : picks) {
            Balance from = journal.balance(pick.balance());
            Balance to = journal.balance(from.at(transit));
            moved.put(
                    pick.balance(),
                    journal.move(from, to, pick.quantity(), Cause.of(MovementType.TRANSFER, item.id()))
                            .movement());
        }
        return moved;
    }

    private void depart(
            SerializedItem unit, Map<UUID, Movement> moved, Place transit, Journal journal, StockTransfer transfer) {
        UUID from = Objects.requireNonNull(unit.balance());
        unit.lie(journal.balance(journal.balance(from).at(transit)).id());
        tell(units, unit, SerializedItemEventType.MOVED, moved.get(from), journal, transfer);
    }

    static void tell(
            Units units,
            SerializedItem unit,
            SerializedItemEventType type,
            @Nullable Movement movement,
            Journal journal,
            StockTransfer transfer) {
        units.tell(
                unit,
                unit.state(),
                new Units.Happening(
                        type,
                        StockTransfer.DOCUMENT,
                        transfer.id(),
                        movement == null ? null : movement.id(),
                        journal.at(),
                        null));
    }
}
