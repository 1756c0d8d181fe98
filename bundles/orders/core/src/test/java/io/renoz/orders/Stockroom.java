package io.renoz.orders;

import io.renoz.data.Ids;
import io.renoz.inventory.api.DemandLineRef;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReservationStatus;
import io.renoz.inventory.api.ReserveCommand;
import io.renoz.inventory.api.ReserveLine;
import io.renoz.inventory.api.SerialInfo;
import io.renoz.inventory.api.StockReservations;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Stock as orders know it, kept in memory: what is taken stays taken when a transaction rolls back. */
public class Stockroom implements StockReservations {

    private final Map<UUID, BigDecimal> free = new HashMap<>();
    private final Map<UUID, Reservation> byLine = new LinkedHashMap<>();
    /** What was asked, in words. */
    public final List<String> asked = new ArrayList<>();

    public void put(UUID product, int units) {
        free.merge(product, BigDecimal.valueOf(units), BigDecimal::add);
    }

    public BigDecimal free(UUID product) {
        return free.getOrDefault(product, BigDecimal.ZERO);
    }

    /** The hold of a line. */
    public Reservation of(UUID line) {
        return Objects.requireNonNull(byLine.get(line));
    }

    @Override
    public synchronized List<Reservation> reserve(ReserveCommand command) {
        asked.add("reserve " + command.lines().size());
        var shortages = new ArrayList<Map<String, Object>>();
        for (ReserveLine line : command.lines()) {
            BigDecimal there = free(line.productId()).add(held(line.lineId()));
            if (there.compareTo(line.quantity()) < 0 && !command.allowPartial()) {
                shortages.add(Map.of("productId", line.productId(), "requested", line.quantity(), "available", there));
            }
        }
        if (!shortages.isEmpty()) {
            throw Problem.of("insufficient-stock", "There is not enough.").with("shortages", shortages);
        }
        return command.lines().stream()
                .map(line -> hold(command.demand(), line.lineId(), line.productId(), line.quantity()))
                .toList();
    }

    private BigDecimal held(UUID line) {
        return byLine.containsKey(line) ? byLine.get(line).allocated() : BigDecimal.ZERO;
    }

    private Reservation hold(DemandRef demand, UUID line, UUID product, BigDecimal wanted) {
        BigDecimal before = held(line);
        BigDecimal now = wanted.min(free(product).add(before));
        free.put(product, free(product).add(before).subtract(now));
        var held = new Reservation(
                Ids.next(),
                demand.type(),
                demand.id(),
                line,
                null,
                product,
                wanted.signum() == 0 ? ReservationStatus.RELEASED : ReservationStatus.ACTIVE,
                wanted,
                now,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                wanted.subtract(now));
        byLine.put(line, held);
        return held;
    }

    @Override
    public synchronized int release(DemandRef demand, String reason) {
        asked.add("release");
        List<Reservation> theirs = find(demand);
        theirs.forEach(one -> hold(demand, one.demandLineId(), one.productId(), BigDecimal.ZERO));
        return theirs.size();
    }

    @Override
    public List<Reservation> find(DemandRef demand) {
        return byLine.values().stream()
                .filter(one -> one.demandId().equals(demand.id()))
                .toList();
    }

    @Override
    public List<Reservation> findAll(String demandType, List<UUID> demandIds) {
        return byLine.values().stream()
                .filter(one -> demandIds.contains(one.demandId()))
                .toList();
    }

    @Override
    public synchronized Reservation resize(DemandLineRef line, BigDecimal quantity) {
        asked.add("resize");
        Reservation before = of(line.lineId());
        return hold(new DemandRef(line.type(), before.demandId()), line.lineId(), line.productId(), quantity);
    }

    @Override
    public List<SerialInfo> allocateSerials(DemandLineRef line, List<String> serials) {
        return List.of();
    }

    @Override
    public void releaseSerials(DemandLineRef line, List<String> serials) {
        asked.add("release serials");
    }
}
