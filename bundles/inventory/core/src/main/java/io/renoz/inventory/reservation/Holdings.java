package io.renoz.inventory.reservation;

import io.renoz.data.Tables;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.stock.Journal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Some reservations that are locked, with what they hold. For one thread and one transaction. */
public final class Holdings {

    private record Key(UUID line, UUID product) {}

    private final Tables tables;
    private final Map<UUID, StockReservation> byId = new LinkedHashMap<>();
    private final Map<Key, StockReservation> byLine = new HashMap<>();
    private final Map<UUID, List<ReservationAllocation>> allocations = new HashMap<>();

    Holdings(Tables tables, List<StockReservation> reservations, List<ReservationAllocation> held) {
        this.tables = tables;
        reservations.forEach(this::know);
        held.forEach(allocation -> allocations
                .computeIfAbsent(allocation.reservationId, id -> new ArrayList<>())
                .add(allocation));
    }

    private void know(StockReservation reservation) {
        byId.put(reservation.id(), reservation);
        byLine.put(new Key(reservation.demandLineId, reservation.productId), reservation);
    }

    /** A new one, which holds nothing yet. */
    StockReservation add(StockReservation reservation) {
        know(reservation);
        return tables.add(reservation);
    }

    public Collection<StockReservation> all() {
        return byId.values();
    }

    /** The reservation of a line for a product. */
    public Optional<StockReservation> of(UUID line, UUID product) {
        return Optional.ofNullable(byLine.get(new Key(line, product)));
    }

    public Optional<StockReservation> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<ReservationAllocation> of(StockReservation reservation) {
        return allocations.getOrDefault(reservation.id(), List.of());
    }

    /** What a reservation has set aside now. */
    public BigDecimal held(StockReservation reservation) {
        return of(reservation).stream().map(ReservationAllocation::held).reduce(Amounts.NO_GOODS, BigDecimal::add);
    }

    /** What it has set aside of one balance. */
    public BigDecimal held(StockReservation reservation, UUID balance) {
        return of(reservation).stream()
                .filter(allocation -> allocation.inventoryId.equals(balance))
                .map(ReservationAllocation::held)
                .reduce(Amounts.NO_GOODS, BigDecimal::add);
    }

    /** Balances of which something is set aside. */
    public Set<UUID> balances() {
        var ids = new LinkedHashSet<UUID>();
        allocations.values().forEach(list -> list.stream()
                .filter(allocation -> allocation.held().signum() > 0)
                .forEach(allocation -> ids.add(allocation.inventoryId)));
        return ids;
    }

    /** Balances of which a reservation has something set aside, in the order in which it took them. */
    public List<UUID> balances(StockReservation reservation) {
        return of(reservation).stream()
                .filter(allocation -> allocation.held().signum() > 0)
                .map(allocation -> allocation.inventoryId)
                .toList();
    }

    private ReservationAllocation allocation(StockReservation reservation, UUID balance) {
        List<ReservationAllocation> list = allocations.computeIfAbsent(reservation.id(), id -> new ArrayList<>());
        return list.stream()
                .filter(allocation -> allocation.inventoryId.equals(balance))
                .findFirst()
                .orElseGet(() -> {
                    ReservationAllocation made = tables.add(ReservationAllocation.of(reservation.id(), balance));
                    list.add(made);
                    return made;
                });
    }

    /** Sets goods of a balance aside. */
    public void take(StockReservation reservation, UUID balance, BigDecimal quantity, Journal journal) {
        journal.claim(
                journal.balance(balance),
                quantity,
                Claims.document(reservation),
                reservation.id(),
                reservation.demandLineId);
        ReservationAllocation allocation = allocation(reservation, balance);
        allocation.quantity = allocation.quantity.add(quantity);
        reservation.touch();
    }

    /** Gives goods of one balance back. */
    public void give(StockReservation reservation, UUID balance, BigDecimal quantity, Journal journal) {
        journal.claim(
                journal.balance(balance),
                quantity.negate(),
                Claims.document(reservation),
                reservation.id(),
                reservation.demandLineId);
        ReservationAllocation allocation = allocation(reservation, balance);
        if (allocation.quantity.compareTo(quantity) == 0) {
            allocations.getOrDefault(reservation.id(), List.of()).remove(allocation);
            tables.remove(allocation); // as it was: what changes is written before it is deleted
        } else {
            allocation.quantity = allocation.quantity.subtract(quantity);
        }
        reservation.touch();
    }

    /** Gives so much back, what was taken last first; the balances are locked. */
    void give(StockReservation reservation, BigDecimal quantity, Journal journal) {
        List<ReservationAllocation> list = new ArrayList<>(of(reservation));
        BigDecimal left = quantity;
        for (int i = list.size() - 1; i >= 0 && left.signum() > 0; i--) {
            BigDecimal part = left.min(list.get(i).held());
            if (part.signum() > 0) {
                give(reservation, list.get(i).inventoryId, part, journal);
                left = left.subtract(part);
            }
        }
    }

    /** Goods of a balance that were set aside leave. */
    public void fulfil(StockReservation reservation, UUID balance, BigDecimal quantity, Journal journal) {
        ReservationAllocation allocation = allocation(reservation, balance);
        allocation.quantityFulfilled = allocation.quantityFulfilled.add(quantity);
        journal.balance(balance).deallocate(quantity);
        reservation.fulfil(quantity);
    }

    /** Goods that nobody had set aside leave for the reservation; what it holds elsewhere in their place is given back. */
    public void fulfilFree(StockReservation reservation, UUID balance, BigDecimal quantity, Journal journal) {
        BigDecimal waiting = reservation.open().subtract(held(reservation));
        BigDecimal instead = quantity.subtract(waiting).max(Amounts.NO_GOODS);
        if (instead.signum() > 0) {
            give(reservation, instead.min(held(reservation)), journal);
        }
        BigDecimal part = quantity.min(reservation.open());
        if (part.signum() > 0) {
            ReservationAllocation allocation = allocation(reservation, balance);
            allocation.quantity = allocation.quantity.add(part);
            allocation.quantityFulfilled = allocation.quantityFulfilled.add(part);
            reservation.fulfil(part);
        }
    }

    /** Goods that had left came back to their balance by a reversal, and are set aside again; how much of them. */
    public BigDecimal unfulfil(StockReservation reservation, UUID balance, BigDecimal quantity, Journal journal) {
        boolean over =
                !reservation.status.open() && reservation.status != io.renoz.inventory.api.ReservationStatus.FULFILLED;
        Optional<ReservationAllocation> allocation = of(reservation).stream()
                .filter(one -> one.inventoryId.equals(balance))
                .findFirst();
        if (over || allocation.isEmpty()) {
            return Amounts.NO_GOODS;
        }
        BigDecimal part = quantity.min(allocation.get().quantityFulfilled);
        if (part.signum() > 0) {
            allocation.get().quantityFulfilled =
                    allocation.get().quantityFulfilled.subtract(part);
            reservation.unfulfil(part);
            journal.claim(
                    journal.balance(balance),
                    part,
                    Claims.document(reservation),
                    reservation.id(),
                    reservation.demandLineId);
        }
        return part;
    }

    Reservation told(StockReservation reservation) {
        return reservation.told(held(reservation));
    }
}
