package io.renoz.orders;

import io.renoz.inventory.api.DemandLineRef;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.IssueCommand;
import io.renoz.inventory.api.OutLine;
import io.renoz.inventory.api.PostedLine;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.ReceiveCommand;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReservationStatus;
import io.renoz.inventory.api.ReserveCommand;
import io.renoz.inventory.api.ReserveLine;
import io.renoz.inventory.api.ReturnCommand;
import io.renoz.inventory.api.SerialInfo;
import io.renoz.inventory.api.ShipCommand;
import io.renoz.inventory.api.StockPosting;
import io.renoz.inventory.api.StockReservations;
import io.renoz.inventory.api.SupplierReturnCommand;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A module that keeps stock, in memory and for one thread: what is free, held for lines, out and back in quarantine. */
public final class Warehouse implements StockReservations, StockPosting {

    private static final class Held {
        final UUID order;
        final UUID line;
        final UUID product;
        BigDecimal wanted = BigDecimal.ZERO;
        BigDecimal allocated = BigDecimal.ZERO;
        BigDecimal fulfilled = BigDecimal.ZERO;

        Held(UUID order, UUID line, UUID product) {
            this.order = order;
            this.line = line;
            this.product = product;
        }

        Reservation view() {
            boolean done = fulfilled.compareTo(wanted) >= 0;
            return new Reservation(
                    line,
                    "orders.order_line",
                    order,
                    line,
                    null,
                    product,
                    done ? ReservationStatus.FULFILLED : ReservationStatus.ACTIVE,
                    wanted,
                    allocated,
                    fulfilled,
                    BigDecimal.ZERO,
                    wanted.subtract(fulfilled).subtract(allocated));
        }
    }

    public final Map<UUID, BigDecimal> free = new HashMap<>();
    public final Map<UUID, BigDecimal> quarantined = new HashMap<>();
    /** Units that are taken by others. */
    public final Set<String> taken = new HashSet<>();

    private final Map<UUID, Held> held = new LinkedHashMap<>();
    private final Map<UUID, List<OutLine>> postings = new HashMap<>();

    public Warehouse with(UUID product, int quantity) {
        free.merge(product, BigDecimal.valueOf(quantity), BigDecimal::add);
        return this;
    }

    private BigDecimal free(UUID product) {
        return free.getOrDefault(product, BigDecimal.ZERO);
    }

    /** What is held for a line. */
    public BigDecimal allocated(UUID line) {
        Held one = held.get(line);
        return one == null ? BigDecimal.ZERO : one.allocated;
    }

    private void fill(Held one) {
        BigDecimal need = one.wanted.subtract(one.fulfilled).subtract(one.allocated);
        BigDecimal take = need.signum() < 0 ? need : need.min(free(one.product));
        free.merge(one.product, take.negate(), BigDecimal::add);
        one.allocated = one.allocated.add(take);
    }

    @Override
    public List<Reservation> reserve(ReserveCommand command) {
        var made = new ArrayList<Reservation>();
        for (ReserveLine line : command.lines()) {
            Held one = held.computeIfAbsent(
                    line.lineId(), id -> new Held(command.demand().id(), id, line.productId()));
            one.wanted = line.quantity();
            fill(one);
            if (!command.allowPartial() && one.fulfilled.add(one.allocated).compareTo(one.wanted) < 0) {
                throw Problem.of("insufficient-stock", "Short.");
            }
            made.add(one.view());
        }
        return made;
    }

    @Override
    public int release(DemandRef demand, String reason) {
        List<Held> all = held.values().stream()
                .filter(one -> one.order.equals(demand.id()))
                .toList();
        all.forEach(one -> {
            one.wanted = one.fulfilled;
            fill(one);
        });
        return all.size();
    }

    @Override
    public List<Reservation> find(DemandRef demand) {
        return held.values().stream()
                .filter(one -> one.order.equals(demand.id()))
                .map(Held::view)
                .toList();
    }

    @Override
    public List<Reservation> findAll(String demandType, List<UUID> demandIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reservation resize(DemandLineRef line, BigDecimal quantity) {
        Held one = Objects.requireNonNull(held.get(line.lineId()));
        one.wanted = quantity;
        fill(one);
        return one.view();
    }

    @Override
    public List<SerialInfo> allocateSerials(DemandLineRef line, List<String> serials) {
        for (String serial : serials) {
            if (taken.contains(serial)) {
                throw Problem.of("serial-conflict", "Taken.").with("serial", serial);
            }
        }
        return List.of();
    }

    @Override
    public void releaseSerials(DemandLineRef line, List<String> serials) {}

    @Override
    public Posting ship(ShipCommand command) {
        UUID id = UUID.randomUUID();
        for (OutLine line : command.lines()) {
            Held one = held.computeIfAbsent(line.lineId(), key -> new Held(new UUID(0, 0), key, line.productId()));
            BigDecimal reserved = line.quantity().min(one.allocated);
            BigDecimal loose = line.quantity().subtract(reserved);
            if (loose.compareTo(free(line.productId())) > 0) {
                throw Problem.of("insufficient-stock", "Short.");
            }
            free.merge(line.productId(), loose.negate(), BigDecimal::add);
            one.allocated = one.allocated.subtract(reserved);
            one.fulfilled = one.fulfilled.add(line.quantity());
        }
        postings.put(id, command.lines());
        return posting(id);
    }

    private static Posting posting(UUID id) {
        return new Posting(id, BigDecimal.ZERO, List.<PostedLine>of());
    }

    @Override
    public Posting reverse(UUID postingId, String reason) {
        List<OutLine> lines = postings.remove(postingId);
        if (lines == null) {
            throw Problem.of("already-reversed", "Twice.");
        }
        lines.forEach(line -> {
            Held one = Objects.requireNonNull(held.get(line.lineId()));
            one.fulfilled = one.fulfilled.subtract(line.quantity());
            one.allocated = one.allocated.add(line.quantity());
        });
        return posting(UUID.randomUUID());
    }

    @Override
    public Posting receiveReturn(ReturnCommand command) {
        command.lines().forEach(line -> quarantined.merge(line.productId(), line.quantity(), BigDecimal::add));
        return posting(UUID.randomUUID());
    }

    @Override
    public Posting receive(ReceiveCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Posting issueToJob(IssueCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Posting returnToSupplier(SupplierReturnCommand command) {
        throw new UnsupportedOperationException();
    }
}
