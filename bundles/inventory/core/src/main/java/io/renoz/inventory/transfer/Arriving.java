package io.renoz.inventory.transfer;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.serial.SerialNumbers;
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
import io.renoz.problem.Problem;
import java.math.BigDecimal;
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

/** INV-27: goods in transit arrive, are lost, or go back. */
@Component(service = Arriving.class)
public final class Arriving {

    /** What of each line is in which balance in transit; parameter 2 is the transfer. */
    private static final String UNDER_WAY = """
            select m.reference_line_id, m.inventory_id, sum(m.quantity), b.location_id
              from inventory.inventory_movements m
              join inventory.locations l on l.organization_id = ?1 and l.id = m.location_id and l.location_type = 'transit'
              join inventory.inventory b on b.organization_id = ?1 and b.id = m.inventory_id
             where m.organization_id = ?1 and m.reference_type = 'inventory.transfer' and m.reference_id = ?2
               and m.affects_on_hand
             group by 1, 2, 4 having sum(m.quantity) > 0 order by 2
            """;

    /** From where the goods of each line came, and how many. */
    private static final String SOURCES = """
            select m.reference_line_id, m.inventory_id, -sum(m.quantity)
              from inventory.inventory_movements m
              join inventory.locations l on l.organization_id = ?1 and l.id = m.location_id and l.location_type <> 'transit'
             where m.organization_id = ?1 and m.reference_type = 'inventory.transfer' and m.reference_id = ?2
               and m.affects_on_hand
             group by 1, 2 having sum(m.quantity) < 0 order by 2
            """;

    /**
     * What became of a line.
     *
     * @param placeId where the goods were put; null for the place the line names, or the root place
     */
    record Part(
            StockTransferItem item,
            int index,
            BigDecimal received,
            BigDecimal lost,
            @Nullable UUID placeId,
            List<String> serials,
            List<String> lostSerials) {}

    private record Share(UUID item, UUID balance, BigDecimal quantity) {}

    private final Tables tables;
    private final Places places;
    private final Journals journals;
    private final Units units;
    private final EventPublisher events;

    @Activate
    public Arriving(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Places places,
            @Reference Journals journals,
            @Reference Units units,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.places = places;
        this.journals = journals;
        this.units = units;
        this.events = events;
    }

    private List<Share> shares(String text, StockTransfer transfer) {
        return Sql.rows(tables, text, transfer.id()).stream()
                .map(row -> new Share((UUID) row[0], (UUID) row[1], Sql.number(row[2])))
                .toList();
    }

    void receive(StockTransfer transfer, List<Part> parts) {
        transfer.require(TransferStatus.RECEIVED);
        parts.forEach(Arriving::check);
        List<Place> targets = places.receiving(
                transfer.toLocationId, parts.stream().map(Arriving::place).toList(), "lines");
        Journal journal = journals.open(transfer.document(), null);
        List<Share> shares = shares(UNDER_WAY, transfer);
        Map<UUID, BalanceKey> keys = keys(shares);
        var wanted = new ArrayList<BalanceKey>();
        for (int i = 0; i < parts.size(); i++) {
            UUID item = parts.get(i).item.id();
            Place target = targets.get(i);
            shares.stream()
                    .filter(share -> share.item.equals(item))
                    .forEach(share -> wanted.add(
                            Objects.requireNonNull(keys.get(share.balance)).at(target)));
        }
        journal.lock(shares.stream().map(Share::balance).toList(), wanted);
        Map<Units.Key, SerializedItem> known = units.lock(parts.stream()
                .flatMap(part -> part.item.serials().stream().map(serial -> Units.Key.of(part.item.productId, serial)))
                .toList());
        for (int i = 0; i < parts.size(); i++) {
            arrive(transfer, parts.get(i), targets.get(i), shares, known, journal);
        }
        transfer.receive(journal.at(), Call.user().orElse(null));
        journal.write();
        events.publish(Shipping.told(InventoryEvents.TRANSFER_RECEIVED, transfer));
    }

    private static @Nullable UUID place(Part part) {
        return part.placeId == null ? part.item.toWarehouseLocationId : part.placeId;
    }

    private static void check(Part part) {
        if (part.received.signum() < 0
                || part.lost.signum() < 0
                || part.received.add(part.lost).signum() == 0) {
            throw Problem.invalid("lines/" + part.index + "/quantityReceived", "Something arrives, or is lost.");
        }
        if (part.received.add(part.lost).compareTo(part.item.open()) > 0) {
            throw Problem.invalid(
                    "lines/" + part.index + "/quantityReceived",
                    "Only " + part.item.open().stripTrailingZeros().toPlainString() + " are still under way.");
        }
    }

    private Map<UUID, BalanceKey> keys(List<Share> shares) {
        var keys = new HashMap<UUID, BalanceKey>();
        if (!shares.isEmpty()) {
            tables.entities()
                    .createQuery("select b from Balance b where b.id in :ids", Balance.class)
                    .setParameter(
                            "ids",
                            shares.stream().map(Share::balance).distinct().toList())
                    .getResultStream()
                    .forEach(balance -> keys.put(balance.id(), balance.key()));
        }
        return keys;
    }

    private void arrive(
            StockTransfer transfer,
            Part part,
            Place target,
            List<Share> shares,
            Map<Units.Key, SerializedItem> known,
            Journal journal) {
        List<SerializedItem> received = new ArrayList<>();
        List<SerializedItem> lost = new ArrayList<>();
        if (!part.item.serials().isEmpty()) {
            choose(part, shares, known, received, lost);
        }
        var left = new LinkedHashMap<UUID, BigDecimal>();
        shares.stream()
                .filter(share -> share.item.equals(part.item.id()))
                .forEach(share -> left.merge(share.balance, share.quantity, BigDecimal::add));
        Map<UUID, Movement> moved = new HashMap<>();
        spread(part.received, received, left).forEach((id, quantity) -> {
            Balance from = journal.balance(id);
            Balance to = journal.balance(from.at(target));
            moved.put(
                    id,
                    journal.move(from, to, quantity, Cause.of(MovementType.TRANSFER, part.item.id()))
                            .movement());
        });
        received.forEach(unit -> {
            UUID from = Objects.requireNonNull(unit.balance());
            Balance to = journal.balance(journal.balance(from).at(target));
            SerializedItemStatus before = unit.state();
            unit.enter(to.id(), to.condition());
            units.tell(unit, before, happening(SerializedItemEventType.MOVED, moved.get(from), journal, transfer));
        });
        Map<UUID, Movement> gone = new HashMap<>();
        spread(part.lost, lost, left).forEach((id, quantity) -> {
            Cause cause =
                    Cause.of(MovementType.ADJUST, part.item.id()).because(AdjustmentReason.LOST, "Lost in transit");
            gone.put(id, journal.out(journal.balance(id), quantity, cause, null).movement());
        });
        lost.forEach(unit -> {
            UUID from = Objects.requireNonNull(unit.balance());
            SerializedItemStatus before = unit.state();
            unit.leave(SerializedItemStatus.SCRAPPED);
            units.tell(
                    unit, before, happening(SerializedItemEventType.STATUS_CHANGED, gone.get(from), journal, transfer));
        });
        part.item.quantityReceived = part.item.quantityReceived.add(part.received);
        part.item.quantityLost = part.item.quantityLost.add(part.lost);
    }

    private static Units.Happening happening(
            SerializedItemEventType type, @Nullable Movement movement, Journal journal, StockTransfer transfer) {
        return new Units.Happening(
                type,
                StockTransfer.DOCUMENT,
                transfer.id(),
                movement == null ? null : movement.id(),
                journal.at(),
                null);
    }

    /** Takes a quantity out of what is left in transit; units say themselves where they are. */
    private static Map<UUID, BigDecimal> spread(
            BigDecimal quantity, List<SerializedItem> some, Map<UUID, BigDecimal> left) {
        var taken = new LinkedHashMap<UUID, BigDecimal>();
        if (!some.isEmpty()) {
            some.forEach(unit ->
                    taken.merge(Objects.requireNonNull(unit.balance()), new BigDecimal("1.000"), BigDecimal::add));
        } else {
            BigDecimal open = quantity;
            for (Map.Entry<UUID, BigDecimal> entry : left.entrySet()) {
                BigDecimal part = open.min(entry.getValue());
                if (part.signum() > 0) {
                    taken.put(entry.getKey(), part);
                    open = open.subtract(part);
                }
            }
        }
        taken.forEach((id, part) -> left.merge(id, part.negate(), BigDecimal::add));
        return taken;
    }

    /** Which units arrive and which are lost; all that are under way, when all of them have one fate. */
    private static void choose(
            Part part,
            List<Share> shares,
            Map<Units.Key, SerializedItem> known,
            List<SerializedItem> received,
            List<SerializedItem> lost) {
        var here = new LinkedHashSet<UUID>();
        shares.stream().filter(share -> share.item.equals(part.item.id())).forEach(share -> here.add(share.balance));
        List<SerializedItem> open = part.item.serials().stream()
                .map(serial -> known.get(Units.Key.of(part.item.productId, serial)))
                .filter(Objects::nonNull)
                .filter(unit -> here.contains(unit.balance()))
                .toList();
        received.addAll(named(part, part.serials, part.received, part.lost, open, "serialNumbers"));
        lost.addAll(named(part, part.lostSerials, part.lost, part.received, open, "lostSerialNumbers"));
    }

    private static List<SerializedItem> named(
            Part part,
            List<String> typed,
            BigDecimal count,
            BigDecimal others,
            List<SerializedItem> open,
            String field) {
        if (typed.isEmpty() && others.signum() == 0 && count.compareTo(BigDecimal.valueOf(open.size())) == 0) {
            return open;
        }
        String pointer = "lines/" + part.index + "/" + field;
        List<String> serials = SerialNumbers.expand(typed, pointer).stream()
                .map(SerialNumbers::normal)
                .toList();
        if (BigDecimal.valueOf(serials.size()).compareTo(count) != 0) {
            throw Problem.invalid(pointer, "Name one serial for each unit.");
        }
        List<SerializedItem> found =
                open.stream().filter(unit -> serials.contains(unit.normal())).toList();
        if (found.size() < serials.size()) {
            throw Problem.invalid(pointer, "Not all of these units are under way.");
        }
        return found;
    }

    /** Everything goes back to where it came from. */
    void recall(StockTransfer transfer) {
        Journal journal = journals.open(transfer.document(), null);
        List<Share> there = shares(UNDER_WAY, transfer);
        List<Share> sources = shares(SOURCES, transfer);
        var ids = new LinkedHashSet<UUID>();
        there.forEach(share -> ids.add(share.balance));
        sources.forEach(share -> ids.add(share.balance));
        journal.lock(ids, List.of());
        Place transit = places.transit();
        Map<Units.Key, SerializedItem> known = units.lock(transfer.items.stream()
                .flatMap(item -> item.serials().stream().map(serial -> Units.Key.of(item.productId, serial)))
                .toList());
        Map<UUID, UUID> homes = homes(transfer, known);
        for (Share source : sources) {
            Balance back = journal.balance(source.balance);
            Balance from = journal.balance(back.at(transit));
            Movement movement = journal.move(from, back, source.quantity, Cause.of(MovementType.TRANSFER, source.item))
                    .movement();
            known.values().stream()
                    .filter(unit -> source.balance.equals(homes.get(unit.id())))
                    .forEach(unit -> {
                        unit.lie(back.id());
                        Shipping.tell(units, unit, SerializedItemEventType.MOVED, movement, journal, transfer);
                    });
        }
        transfer.items.forEach(item -> item.quantityShipped = Amounts.NO_GOODS);
        journal.write();
    }

    /** The balances that units left for the transfer. */
    private Map<UUID, UUID> homes(StockTransfer transfer, Map<Units.Key, SerializedItem> known) {
        var homes = new HashMap<UUID, UUID>();
        if (!known.isEmpty()) {
            Sql.rows(tables, """
                            select e.serialized_item_id, m.inventory_id from inventory.serialized_item_events e
                              join inventory.inventory_movements m on m.organization_id = ?1 and m.id = e.movement_id
                             where e.organization_id = ?1 and e.entity_type = 'inventory.transfer' and e.entity_id = ?2
                             order by e.id
                            """, transfer.id()).forEach(row -> homes.put((UUID) row[0], (UUID) row[1]));
        }
        return homes;
    }
}
