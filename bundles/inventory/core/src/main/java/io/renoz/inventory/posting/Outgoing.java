package io.renoz.inventory.posting;

import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.OutLine;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.reservation.ChosenUnits;
import io.renoz.inventory.reservation.Claims;
import io.renoz.inventory.reservation.Holdings;
import io.renoz.inventory.reservation.StockReservation;
import io.renoz.inventory.serial.SerialAllocation;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.Balances;
import io.renoz.inventory.stock.Cause;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Movement;
import io.renoz.inventory.stock.MovementType;
import io.renoz.inventory.stock.Picking;
import io.renoz.inventory.stock.Picking.Pick;
import io.renoz.inventory.stock.Picking.Want;
import io.renoz.inventory.stock.Shortage;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goods that leave: what is reserved for their lines first, then what is free. */
@Component(service = Outgoing.class)
public final class Outgoing {

    /**
     * How they leave.
     *
     * @param demandType kind of the lines whose reservations are served; null for none
     * @param until lots that expire earlier are not taken; null for any
     * @param happening what is written into the story of units
     * @param left what becomes of a unit, with the line it left for
     */
    record Leaving(
            DocumentRef document,
            MovementType type,
            @Nullable String demandType,
            LocationScope scope,
            StockStatus condition,
            @Nullable LocalDate until,
            List<OutLine> lines,
            @Nullable Instant occurredAt,
            SerializedItemEventType happening,
            BiConsumer<SerializedItem, UUID> left,
            String event) {}

    private final Goods goods;
    private final Claims claims;
    private final ChosenUnits chosen;
    private final Balances balances;
    private final Journals journals;
    private final Units units;

    @Activate
    public Outgoing(
            @Reference Goods goods,
            @Reference Claims claims,
            @Reference ChosenUnits chosen,
            @Reference Balances balances,
            @Reference Journals journals,
            @Reference Units units) {
        this.goods = goods;
        this.claims = claims;
        this.chosen = chosen;
        this.balances = balances;
        this.journals = journals;
        this.units = units;
    }

    Posting take(Leaving leaving) {
        List<OutLine> lines = leaving.lines();
        Incoming.requireSome(lines.size());
        Map<UUID, ProductSummary> products = goods.require("lines", lines, OutLine::productId);
        var serials = new SerialLines();
        for (int i = 0; i < lines.size(); i++) {
            String field = SerialLines.field(i);
            ProductSummary product =
                    Objects.requireNonNull(products.get(lines.get(i).productId()));
            Amounts.positive(lines.get(i).quantity(), field + "/quantity");
            Goods.requireUnit(product, lines.get(i).quantity(), field + "/quantity");
            serials.add(product, lines.get(i).quantity(), lines.get(i).serials(), field);
        }
        Journal journal = journals.open(leaving.document(), leaving.occurredAt());
        Holdings holdings = leaving.demandType() == null
                ? claims.byIds(List.of())
                : claims.ofLines(
                        leaving.demandType(),
                        lines.stream().map(OutLine::lineId).toList());
        Map<UUID, Balances.Rank> ranks = lock(leaving, serials, holdings, journal);
        Map<Units.Key, SerializedItem> known = units.lock(serials.all());
        List<Pick> picks = picks(leaving, serials, known, holdings, ranks, journal);
        Map<Integer, Map<UUID, Movement>> movements = move(leaving, picks, holdings, journal);
        journal.write(leaving.event()); // before the stories of units, which refer to it
        leave(leaving, serials, known, holdings, movements, journal.at());
        return journal.result();
    }

    private Map<UUID, Balances.Rank> lock(Leaving leaving, SerialLines serials, Holdings holdings, Journal journal) {
        var products = new LinkedHashSet<UUID>();
        for (int i = 0; i < leaving.lines().size(); i++) {
            OutLine line = leaving.lines().get(i);
            BigDecimal held = reservation(holdings, line).map(holdings::held).orElse(Amounts.NO_GOODS);
            if (!serials.any(i) && held.compareTo(line.quantity()) < 0) {
                products.add(line.productId());
            }
        }
        Map<UUID, Balances.Rank> ranks = leaving.until() == null && leaving.condition() == StockStatus.AVAILABLE
                ? balances.candidates(products, leaving.scope(), null)
                : balances.candidates(
                        products,
                        leaving.scope(),
                        Optional.ofNullable(leaving.until()).orElse(LocalDate.EPOCH),
                        leaving.condition());
        var ids = new LinkedHashSet<>(ranks.keySet());
        ids.addAll(holdings.balances());
        ids.addAll(units.balances(serials.all()).values());
        journal.lock(ids, List.of());
        return ranks;
    }

    private static Optional<StockReservation> reservation(Holdings holdings, OutLine line) {
        return holdings.of(line.lineId(), line.productId());
    }

    /** From where each line is served. */
    private List<Pick> picks(
            Leaving leaving,
            SerialLines serials,
            Map<Units.Key, SerializedItem> known,
            Holdings holdings,
            Map<UUID, Balances.Rank> ranks,
            Journal journal) {
        var picks = new ArrayList<Pick>();
        var wants = new ArrayList<Want>();
        Map<UUID, UUID> holders =
                units.holders(known.values().stream().map(SerializedItem::id).toList());
        for (int i = 0; i < leaving.lines().size(); i++) {
            OutLine line = leaving.lines().get(i);
            Optional<StockReservation> reservation = reservation(holdings, line);
            if (serials.any(i)) {
                picks.addAll(ofUnits(i, serials, known, reservation, holders, leaving.condition(), journal));
            } else {
                BigDecimal open = Amounts.stored(line.quantity(), SerialLines.field(i));
                for (UUID held : reservation.map(holdings::balances).orElse(List.of())) {
                    BigDecimal part = open.min(holdings.held(reservation.orElseThrow(), held));
                    if (part.signum() > 0) {
                        picks.add(new Pick(i, held, part));
                        open = open.subtract(part);
                    }
                }
                if (open.signum() > 0) {
                    wants.add(new Want(i, line.productId(), open));
                }
            }
        }
        picks.addAll(free(wants, ranks, journal));
        return picks;
    }

    /** INV-03: what is not reserved comes from free stock, or from a place that may run below zero. */
    private static List<Pick> free(List<Want> wants, Map<UUID, Balances.Rank> ranks, Journal journal) {
        List<Picking.Candidate> candidates = ranks.values().stream()
                .filter(rank -> journal.holds(rank.balance()))
                .map(journal::candidate)
                .toList();
        Picking.Result result = Picking.pick(wants, candidates);
        var picks = new ArrayList<>(result.picks());
        var missing = new HashMap<>(result.missing());
        wants.forEach(want -> candidates.stream()
                .filter(candidate -> candidate.product().equals(want.product()))
                .filter(candidate ->
                        journal.place(journal.balance(candidate.balance())).allowsNegative())
                .min(Picking.ORDER)
                .ifPresent(candidate -> {
                    BigDecimal open = missing.remove(want.line());
                    if (open != null) {
                        picks.add(new Pick(want.line(), candidate.balance(), open));
                    }
                }));
        if (!missing.isEmpty()) {
            throw Shortage.problem(Picking.shortages(wants, new Picking.Result(picks, missing)));
        }
        return picks;
    }

    private static List<Pick> ofUnits(
            int line,
            SerialLines serials,
            Map<Units.Key, SerializedItem> known,
            Optional<StockReservation> reservation,
            Map<UUID, UUID> holders,
            StockStatus condition,
            Journal journal) {
        var counts = new LinkedHashMap<UUID, BigDecimal>();
        for (Units.Key key : serials.of(line)) {
            SerializedItem unit = known.get(key);
            if (unit == null) {
                throw Units.conflict(key.serial(), "is not known of this product", null);
            }
            UUID balance = unit.balance();
            boolean here = balance != null
                    && journal.holds(balance)
                    && journal.balance(balance).condition() == condition
                    && (condition != StockStatus.AVAILABLE
                            || journal.place(journal.balance(balance)).pickable());
            UUID holder = holders.get(unit.id());
            boolean mine = holder == null
                    || reservation
                            .map(StockReservation::id)
                            .filter(holder::equals)
                            .isPresent();
            if (!here || !mine || balance == null) {
                throw Units.conflict(unit.serial(), mine ? "is not there" : "is set aside for somebody else", unit);
            }
            counts.merge(balance, BigDecimal.ONE, BigDecimal::add);
        }
        return counts.entrySet().stream()
                .map(entry -> new Pick(line, entry.getKey(), Amounts.stored(entry.getValue(), SerialLines.field(line))))
                .toList();
    }

    private static Map<Integer, Map<UUID, Movement>> move(
            Leaving leaving, List<Pick> picks, Holdings holdings, Journal journal) {
        var movements = new HashMap<Integer, Map<UUID, Movement>>();
        for (int i = 0; i < leaving.lines().size(); i++) {
            OutLine line = leaving.lines().get(i);
            Optional<StockReservation> reservation = reservation(holdings, line);
            var byBalance = new LinkedHashMap<UUID, BigDecimal>();
            int index = i;
            picks.stream()
                    .filter(pick -> pick.line() == index)
                    .forEach(pick -> byBalance.merge(pick.balance(), pick.quantity(), BigDecimal::add));
            byBalance.forEach((id, quantity) -> {
                Balance balance = journal.balance(id);
                BigDecimal held = reservation
                        .map(one -> holdings.held(one, id).min(quantity))
                        .orElse(Amounts.NO_GOODS);
                BigDecimal free = quantity.subtract(held);
                if (free.signum() > 0) {
                    requireFree(balance, free, journal);
                }
                reservation.ifPresent(one -> {
                    if (held.signum() > 0) {
                        holdings.fulfil(one, id, held, journal);
                    }
                    if (free.signum() > 0) {
                        holdings.fulfilFree(one, id, free, journal);
                    }
                });
                Cause cause = Cause.of(leaving.type(), line.lineId())
                        .serving(reservation.map(StockReservation::id).orElse(null));
                movements
                        .computeIfAbsent(index, n -> new HashMap<>())
                        .put(id, journal.out(balance, quantity, cause, null).movement());
            });
        }
        return movements;
    }

    private static void requireFree(Balance balance, BigDecimal quantity, Journal journal) {
        if (!journal.place(balance).allowsNegative() && balance.free().compareTo(quantity) < 0) {
            throw Shortage.of(balance.product(), quantity, balance.free().max(Amounts.NO_GOODS))
                    .problem();
        }
    }

    /** The units leave, with the choices that were made of them. */
    private void leave(
            Leaving leaving,
            SerialLines serials,
            Map<Units.Key, SerializedItem> known,
            Holdings holdings,
            Map<Integer, Map<UUID, Movement>> movements,
            Instant at) {
        if (serials.all().isEmpty()) {
            return;
        }
        List<UUID> reservations =
                holdings.all().stream().map(StockReservation::id).toList();
        Map<UUID, SerialAllocation> choices = units.choices(reservations).stream()
                .filter(SerialAllocation::active)
                .collect(Collectors.toMap(SerialAllocation::unit, choice -> choice));
        for (int i = 0; i < leaving.lines().size(); i++) {
            for (Units.Key key : serials.of(i)) {
                SerializedItem unit = Objects.requireNonNull(known.get(key));
                SerializedItemStatus before = unit.state();
                UUID balance = unit.balance();
                SerialAllocation choice = choices.get(unit.id());
                if (choice != null) {
                    units.unchoose(choice, null);
                }
                leaving.left().accept(unit, leaving.lines().get(i).lineId());
                Movement movement = movements.getOrDefault(i, Map.of()).get(balance);
                units.tell(
                        unit,
                        before,
                        new Units.Happening(
                                leaving.happening(),
                                leaving.document().type(),
                                leaving.document().id(),
                                movement == null ? null : movement.id(),
                                at,
                                null));
            }
            reservation(holdings, leaving.lines().get(i))
                    .ifPresent(reservation -> chosen.fit(reservation, holdings.held(reservation)));
        }
    }
}
