package io.renoz.inventory.reservation;

import io.renoz.inventory.api.SerialInfo;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.serial.SerialAllocation;
import io.renoz.inventory.serial.SerialNumbers;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The units that are chosen for reservations. Reservations are locked first, then balances, then units. */
@Component(service = ChosenUnits.class)
public final class ChosenUnits {

    private final Units units;
    private final Journals journals;

    @Activate
    public ChosenUnits(@Reference Units units, @Reference Journals journals) {
        this.units = units;
        this.journals = journals;
    }

    /** Chooses units besides those a reservation has; all of them, or none. */
    List<SerialInfo> choose(StockReservation reservation, Holdings holdings, List<String> typed) {
        List<Units.Key> keys = SerialNumbers.expand(typed, "serials").stream()
                .map(serial -> Units.Key.of(reservation.productId, serial))
                .toList();
        Journal journal = journals.claims(Claims.document(reservation));
        var ids = new LinkedHashSet<>(holdings.balances(reservation));
        ids.addAll(units.balances(keys).values());
        journal.lock(ids, List.of());
        List<SerialAllocation> choices = units.choices(List.of(reservation.id()));
        Set<UUID> mine = choices.stream()
                .filter(SerialAllocation::active)
                .map(SerialAllocation::unit)
                .collect(Collectors.toSet());
        var wanted = new LinkedHashSet<>(keys);
        Map<Units.Key, SerializedItem> found = new HashMap<>(units.lock(wanted));
        Map<UUID, SerializedItem> before = byId(units.lockIds(mine));
        List<SerializedItem> fresh = new ArrayList<>();
        for (Units.Key key : keys) {
            SerializedItem unit = found.get(key);
            if (unit == null) {
                throw Units.conflict(key.serial(), "is not known of this product", null);
            }
            if (!mine.contains(unit.id())) {
                requireFree(unit, journal);
                fresh.add(unit);
            }
        }
        if (BigDecimal.valueOf(mine.size() + (long) fresh.size()).compareTo(holdings.held(reservation)) > 0) {
            throw Problem.invalid(
                    "serials",
                    "The line holds "
                            + holdings.held(reservation).stripTrailingZeros().toPlainString() + " units.");
        }
        seat(reservation, holdings, journal, before.values().stream().toList(), fresh);
        fresh.forEach(unit -> units.choose(unit, reservation.id(), choices));
        journal.write();
        return keys.stream()
                .map(key -> Optional.ofNullable(found.get(key)).orElseThrow().info())
                .toList();
    }

    private static Map<UUID, SerializedItem> byId(Map<Units.Key, SerializedItem> units) {
        return units.values().stream().collect(Collectors.toMap(SerializedItem::id, unit -> unit));
    }

    private static void requireFree(SerializedItem unit, Journal journal) {
        UUID balance = unit.balance();
        if (unit.state() == SerializedItemStatus.ALLOCATED) {
            throw Units.conflict(unit.serial(), "is set aside for somebody else", unit);
        }
        if (unit.state() != SerializedItemStatus.AVAILABLE
                || balance == null
                || !journal.holds(balance)
                || journal.balance(balance).condition() != StockStatus.AVAILABLE
                || !journal.place(journal.balance(balance)).pickable()) {
            throw Units.conflict(unit.serial(), "is not free on the shelf", unit);
        }
    }

    /** Moves the claim to where the units lie. */
    private static void seat(
            StockReservation reservation,
            Holdings holdings,
            Journal journal,
            List<SerializedItem> seated,
            List<SerializedItem> fresh) {
        var spare = new HashMap<UUID, BigDecimal>();
        holdings.balances(reservation).forEach(id -> spare.put(id, holdings.held(reservation, id)));
        seated.forEach(unit -> spare.computeIfPresent(unit.balance(), (id, left) -> left.subtract(BigDecimal.ONE)));
        var elsewhere = new ArrayList<SerializedItem>();
        for (SerializedItem unit : fresh) {
            BigDecimal left = spare.getOrDefault(unit.balance(), BigDecimal.ZERO);
            if (left.signum() > 0) {
                spare.put(unit.balance(), left.subtract(BigDecimal.ONE));
            } else {
                elsewhere.add(unit);
            }
        }
        for (SerializedItem unit : elsewhere) {
            Balance there = journal.balance(java.util.Objects.requireNonNull(unit.balance()));
            if (there.free().compareTo(BigDecimal.ONE) < 0) {
                throw Units.conflict(unit.serial(), "lies where everything is set aside", unit);
            }
            UUID from = spare.entrySet().stream()
                    .filter(entry -> entry.getValue().signum() > 0)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            spare.merge(from, BigDecimal.ONE.negate(), BigDecimal::add);
            holdings.take(reservation, there.id(), BigDecimal.ONE, journal);
            holdings.give(reservation, from, BigDecimal.ONE, journal);
        }
    }

    /** Takes the choice of some units back. */
    void release(StockReservation reservation, List<String> typed) {
        Set<String> serials = SerialNumbers.expand(typed, "serials").stream()
                .map(SerialNumbers::normal)
                .collect(Collectors.toSet());
        Map<UUID, SerialAllocation> active = active(reservation);
        units.lockIds(active.keySet()).values().stream()
                .filter(unit -> serials.contains(unit.normal()))
                .forEach(unit -> units.unchoose(java.util.Objects.requireNonNull(active.get(unit.id())), unit));
    }

    private Map<UUID, SerialAllocation> active(StockReservation reservation) {
        return units.choices(List.of(reservation.id())).stream()
                .filter(SerialAllocation::active)
                .collect(Collectors.toMap(SerialAllocation::unit, choice -> choice));
    }

    /** A reservation that is to hold less gives the units back that were chosen last. */
    public void fit(StockReservation reservation, BigDecimal held) {
        Map<UUID, SerialAllocation> active = active(reservation);
        long over = active.size() - held.longValue();
        if (over > 0) {
            Map<UUID, SerializedItem> locked = byId(units.lockIds(active.keySet()));
            active.values().stream()
                    .sorted(java.util.Comparator.comparing(
                                    (SerialAllocation choice) -> choice.id().toString())
                            .reversed())
                    .limit(over)
                    .forEach(choice -> units.unchoose(choice, locked.get(choice.unit())));
        }
    }
}
