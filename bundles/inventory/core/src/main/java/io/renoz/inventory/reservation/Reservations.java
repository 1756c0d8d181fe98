package io.renoz.inventory.reservation;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.api.DemandLineRef;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReservationStatus;
import io.renoz.inventory.api.ReserveCommand;
import io.renoz.inventory.api.ReserveLine;
import io.renoz.inventory.api.SerialInfo;
import io.renoz.inventory.api.StockReservations;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.stock.Balances;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Picking;
import io.renoz.inventory.stock.Picking.Want;
import io.renoz.inventory.stock.Shortage;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Claims on stock for other modules. */
@Component(service = {StockReservations.class, Reservations.class})
public final class Reservations implements StockReservations {

    private static final String OWN = "inventory.";
    private static final int LONGEST_REASON = 200;

    private final Tables tables;
    private final Claims claims;
    private final Journals journals;
    private final Balances balances;
    private final Goods goods;
    private final Places places;
    private final ChosenUnits chosen;
    private final ModuleGate gate;

    @Activate
    public Reservations(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Claims claims,
            @Reference Journals journals,
            @Reference Balances balances,
            @Reference Goods goods,
            @Reference Places places,
            @Reference ChosenUnits chosen,
            @Reference ModuleGate gate) {
        this.tables = tables;
        this.claims = claims;
        this.journals = journals;
        this.balances = balances;
        this.goods = goods;
        this.places = places;
        this.chosen = chosen;
        this.gate = gate;
    }

    @Override
    public List<Reservation> reserve(ReserveCommand command) {
        requireModule(gate, command.demand().type());
        List<BigDecimal> quantities = checked(command);
        Holdings holdings = claims.ofLines(
                command.demand().type(),
                command.lines().stream().map(ReserveLine::lineId).toList());
        return reserve(command, quantities, holdings);
    }

    /** INV-24: nothing is reserved for a module that is off. */
    public static void requireModule(ModuleGate gate, String demandType) {
        String module = demandType.substring(0, Math.max(0, demandType.indexOf('.')));
        if (module.isEmpty() || demandType.length() > 60) {
            throw Problem.invalid("demandType", "A demand is named by module and kind, as orders.order_line.");
        }
        if (!demandType.startsWith(OWN) && !gate.isEnabled(module)) {
            throw Problem.of("module-disabled", "The module " + module + " is off.")
                    .with("module", module);
        }
    }

    private List<BigDecimal> checked(ReserveCommand command) {
        List<ReserveLine> lines = command.lines();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw Problem.invalid("lines", "There are 1 to " + MOST_LINES + " lines.");
        }
        command.scope().location().ifPresent(location -> places.location(location, "locationId"));
        Map<UUID, ProductSummary> products = goods.require("lines", lines, ReserveLine::productId);
        var seen = new HashSet<ReserveLine>();
        var quantities = new ArrayList<BigDecimal>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            ReserveLine line = lines.get(i);
            String field = "lines/" + i + "/quantity";
            quantities.add(Amounts.positive(line.quantity(), field));
            ProductSummary product = products.get(line.productId());
            if (product != null) {
                Goods.requireUnit(product, line.quantity(), field);
            }
            if (!seen.add(new ReserveLine(line.lineId(), line.productId(), BigDecimal.ONE))) {
                throw Problem.invalid("lines/" + i + "/lineId", "A line asks for a product once.");
            }
        }
        return quantities;
    }

    private List<Reservation> reserve(ReserveCommand command, List<BigDecimal> quantities, Holdings holdings) {
        List<StockReservation> reservations = new ArrayList<>();
        var created = new HashSet<StockReservation>();
        var wants = new ArrayList<Want>();
        var less = new HashMap<StockReservation, BigDecimal>();
        for (int i = 0; i < quantities.size(); i++) {
            ReserveLine line = command.lines().get(i);
            StockReservation reservation =
                    holdings.of(line.lineId(), line.productId()).orElse(null);
            if (reservation == null) {
                reservation = StockReservation.of(
                        command.demand().type(), command.demand().id(), line.lineId(), line.productId());
                created.add(reservation);
            }
            reservations.add(reservation);
            BigDecimal more = more(reservation, quantities.get(i), holdings);
            if (more.signum() > 0) {
                wants.add(new Want(i, line.productId(), more));
            } else if (more.signum() < 0) {
                less.put(reservation, more.negate());
            }
        }
        Journal journal = journals.claims(
                new DocumentRef(command.demand().type(), command.demand().id(), command.number()));
        Picking.Result picked = pick(command, wants, holdings, journal);
        if (!picked.missing().isEmpty() && !command.allowPartial()) {
            throw Shortage.problem(Picking.shortages(wants, picked));
        }
        for (int i = 0; i < reservations.size(); i++) {
            StockReservation reservation = reservations.get(i);
            if (created.contains(reservation)) {
                holdings.add(reservation);
            }
            describe(reservation, command, quantities.get(i));
        }
        tables.flush(); // the claims refer to the reservations
        picked.picks()
                .forEach(
                        pick -> holdings.take(reservations.get(pick.line()), pick.balance(), pick.quantity(), journal));
        less.forEach((reservation, quantity) -> {
            chosen.fit(reservation, holdings.held(reservation).subtract(quantity));
            holdings.give(reservation, quantity, journal);
        });
        journal.write();
        created.forEach(reservation -> claims.tell(InventoryEvents.RESERVED, reservation, holdings));
        return reservations.stream().map(holdings::told).toList();
    }

    /** How much more than it has a reservation is to set aside; below 0 when it is to give back. */
    private static BigDecimal more(StockReservation reservation, BigDecimal inAll, Holdings holdings) {
        if (inAll.compareTo(reservation.quantityFulfilled) < 0) {
            throw Problem.transition("More has left for the line than it asks for now.")
                    .with("from", Coded.of(reservation.status))
                    .with("to", Coded.of(ReservationStatus.ACTIVE));
        }
        return inAll.subtract(reservation.quantityFulfilled).subtract(holdings.held(reservation));
    }

    private Picking.Result pick(ReserveCommand command, List<Want> wants, Holdings holdings, Journal journal) {
        Map<UUID, Balances.Rank> ranks = balances.candidates(
                wants.stream().map(Want::product).distinct().toList(), command.scope(), command.neededBy());
        var ids = new LinkedHashSet<>(ranks.keySet());
        ids.addAll(holdings.balances());
        journal.lock(ids, List.of());
        return Picking.pick(
                wants,
                ranks.values().stream()
                        .filter(rank -> journal.holds(rank.balance()))
                        .map(journal::candidate)
                        .toList());
    }

    private static void describe(StockReservation reservation, ReserveCommand command, BigDecimal inAll) {
        boolean done = reservation.status == ReservationStatus.FULFILLED
                && inAll.compareTo(reservation.quantityFulfilled) == 0;
        if (!done) {
            reservation.want(inAll);
        }
        reservation.demandNumber = command.number();
        reservation.locationId = command.scope().locationId();
        reservation.priority = command.priority();
        reservation.neededBy = command.neededBy();
        reservation.expiresAt = command.expiresAt();
    }

    @Override
    public int release(DemandRef demand, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        Holdings holdings = claims.openOf(demand.type(), demand.id());
        claims.close(holdings.all(), holdings, ReservationStatus.RELEASED, reason);
        return holdings.all().size();
    }

    @Override
    public List<Reservation> find(DemandRef demand) {
        return findAll(demand.type(), List.of(demand.id()));
    }

    @Override
    public List<Reservation> findAll(String demandType, List<UUID> demandIds) {
        if (demandIds.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = tables.entities()
                .createQuery(
                        "select r.id from StockReservation r where r.demandType = :type and r.demandId in :demands order by r.id",
                        UUID.class)
                .setParameter("type", demandType)
                .setParameter("demands", demandIds)
                .getResultList();
        Holdings holdings = claims.read(ids);
        return holdings.all().stream().map(holdings::told).toList();
    }

    @Override
    public Reservation resize(DemandLineRef line, BigDecimal quantity) {
        Holdings holdings = claims.ofLines(line.type(), List.of(line.lineId()));
        StockReservation reservation =
                holdings.of(line.lineId(), line.productId()).orElseThrow(() -> Problem.notFound("reservation"));
        reservation.requireOpen(ReservationStatus.ACTIVE);
        BigDecimal inAll = Amounts.stored(quantity, "quantity");
        if (inAll.compareTo(reservation.quantityFulfilled) == 0) {
            claims.close(List.of(reservation), holdings, ReservationStatus.RELEASED, "No more is wanted");
            return holdings.told(reservation);
        }
        var command = new ReserveCommand(
                new DemandRef(reservation.demandType, reservation.demandId),
                reservation.demandNumber,
                List.of(new ReserveLine(line.lineId(), line.productId(), inAll)),
                new LocationScope(reservation.locationId),
                false,
                reservation.priority,
                reservation.neededBy,
                reservation.expiresAt);
        checked(command);
        boolean shrinks = inAll.compareTo(reservation.quantity) < 0;
        return reserve(shrinks ? command.orPartly() : command, List.of(inAll), holdings)
                .get(0);
    }

    @Override
    public List<SerialInfo> allocateSerials(DemandLineRef line, List<String> serials) {
        Holdings holdings = claims.ofLines(line.type(), List.of(line.lineId()));
        return chosen.choose(open(holdings, line), holdings, serials);
    }

    @Override
    public void releaseSerials(DemandLineRef line, List<String> serials) {
        Holdings holdings = claims.ofLines(line.type(), List.of(line.lineId()));
        holdings.of(line.lineId(), line.productId()).ifPresent(reservation -> chosen.release(reservation, serials));
    }

    private static StockReservation open(Holdings holdings, DemandLineRef line) {
        return holdings.of(line.lineId(), line.productId())
                .filter(reservation -> reservation.status.open())
                .orElseThrow(() -> Problem.notFound("open reservation"));
    }
}
