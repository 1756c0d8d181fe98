package io.renoz.inventory.posting;

import io.renoz.inventory.Amounts;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.reservation.Claims;
import io.renoz.inventory.reservation.Holdings;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.CostLayer;
import io.renoz.inventory.stock.CostLayerReferenceType;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.inventory.stock.Movement;
import io.renoz.inventory.stock.MovementType;
import io.renoz.inventory.stock.Movements;
import io.renoz.inventory.stock.Shortage;
import io.renoz.inventory.stock.Slice;
import io.renoz.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Posts the opposite of what was posted; the ledger keeps both. */
@Component(service = Reversal.class)
public final class Reversal {

    private static final Set<MovementType> PAIRED = Set.of(MovementType.TRANSFER, MovementType.STATUS_CHANGE);
    private static final String TRANSFER_DOCUMENT = "inventory.transfer";

    private final Movements movements;
    private final Claims claims;
    private final Journals journals;
    private final Units units;

    @Activate
    public Reversal(
            @Reference Movements movements,
            @Reference Claims claims,
            @Reference Journals journals,
            @Reference Units units) {
        this.movements = movements;
        this.claims = claims;
        this.journals = journals;
        this.units = units;
    }

    /** All that was posted together. */
    Posting posting(UUID posting, String reason) {
        List<Movement> all = movements.of(posting);
        if (all.isEmpty()) {
            throw Problem.notFound("posting");
        }
        return reverse(all, reason);
    }

    /** One movement; where goods went from one balance to another, both sides. */
    Posting movement(UUID id, String reason) {
        Movement one = movements.require(id);
        List<Movement> wanted = PAIRED.contains(one.type()) ? movements.pair(one) : List.of(one);
        return reverse(wanted, reason);
    }

    private Posting reverse(List<Movement> wanted, String reason) {
        List<Movement> all = wanted.stream().filter(Movement::moves).toList();
        if (all.isEmpty()) {
            throw Problem.of("invalid-state", "Only what moved goods is reversed.");
        }
        if (all.stream().anyMatch(movement -> movement.document().type().equals(TRANSFER_DOCUMENT))) {
            throw Problem.of("invalid-state", "A transfer is cancelled or received, not reversed.");
        }
        Journal journal = journals.open(all.get(0).document(), null);
        Holdings holdings = claims.byIds(all.stream()
                .flatMap(movement -> movement.reservation().stream())
                .toList());
        journal.lock(all.stream().map(Movement::balance).toList(), List.of());
        movements.requireUnreversed(all); // under the locks, so that of two who reverse one is refused
        Map<UUID, List<UUID>> moved =
                units.movedBy(all.stream().map(Movement::id).toList());
        var byId = new HashMap<UUID, SerializedItem>();
        units.lockIds(moved.values().stream().flatMap(List::stream).toList())
                .values()
                .forEach(u -> byId.put(u.id(), u));
        for (int i = 0; i < all.size(); i++) {
            Movement movement = all.get(i);
            if (PAIRED.contains(movement.type())) {
                undoPair(movement, all.get(i + 1), reason, journal, units(moved, movement, byId));
                i++;
            } else {
                undo(movement, reason, journal, holdings, units(moved, movement, byId));
            }
        }
        journal.write(InventoryEvents.ADJUSTED);
        return journal.result();
    }

    private static List<SerializedItem> units(
            Map<UUID, List<UUID>> moved, Movement movement, Map<UUID, SerializedItem> byId) {
        return moved.getOrDefault(movement.id(), List.of()).stream()
                .distinct()
                .map(id -> Objects.requireNonNull(byId.get(id)))
                .toList();
    }

    private void undo(Movement movement, String reason, Journal journal, Holdings holdings, List<SerializedItem> some) {
        Balance balance = journal.balance(movement.balance());
        if (movement.amount().signum() > 0) {
            requireFree(balance, movement, journal);
            for (SerializedItem unit : some) {
                requireHere(unit, balance);
            }
            Movement out = journal.out(balance, movement.amount(), movement.undone(reason), movement.id())
                    .movement();
            for (SerializedItem unit : some) {
                SerializedItemStatus before = unit.state();
                unit.leave(SerializedItemStatus.SHIPPED);
                tell(unit, before, out, reason, journal);
            }
        } else {
            for (SerializedItem unit : some) {
                if (unit.onHand()) {
                    throw Units.conflict(unit.serial(), "is on hand already", unit);
                }
            }
            Movement in = journal.in(
                    balance,
                    List.of(Slice.fresh(
                            movement.at(),
                            movement.amount().negate(),
                            movement.value().abs(),
                            balance.expires())),
                    CostLayer.Origin.of(CostLayerReferenceType.ADJUSTMENT),
                    movement.undone(reason));
            movement.reservation()
                    .flatMap(holdings::byId)
                    .ifPresent(claim -> holdings.unfulfil(
                            claim, balance.id(), movement.amount().negate(), journal));
            for (SerializedItem unit : some) {
                SerializedItemStatus before = unit.state();
                unit.enter(balance.id(), balance.condition());
                tell(unit, before, in, reason, journal);
            }
        }
    }

    /** {@code out} is where the goods left, {@code in} where they went. */
    private void undoPair(Movement out, Movement in, String reason, Journal journal, List<SerializedItem> some) {
        Balance from = journal.balance(in.balance());
        Balance back = journal.balance(out.balance());
        requireFree(from, in, journal);
        some.forEach(unit -> requireHere(unit, from));
        Journal.Left left = journal.out(from, in.amount(), in.undone(reason), in.id());
        Movement returned = journal.in(
                back, left.goods(), CostLayer.Origin.of(CostLayerReferenceType.TRANSFER), out.undone(reason));
        for (SerializedItem unit : some) {
            SerializedItemStatus before = unit.state();
            unit.enter(back.id(), back.condition());
            tell(unit, before, returned, reason, journal);
        }
    }

    private static void requireFree(Balance balance, Movement movement, Journal journal) {
        if (!journal.place(balance).allowsNegative() && balance.free().compareTo(movement.amount()) < 0) {
            throw Shortage.of(
                            balance.product(), movement.amount(), balance.free().max(Amounts.NO_GOODS))
                    .problem();
        }
    }

    private static void requireHere(SerializedItem unit, Balance balance) {
        boolean here =
                Optional.ofNullable(unit.balance()).filter(balance.id()::equals).isPresent();
        if (!here || unit.state() == SerializedItemStatus.ALLOCATED) {
            throw Units.conflict(unit.serial(), here ? "is set aside" : "is not there any more", unit);
        }
    }

    private void tell(
            SerializedItem unit, SerializedItemStatus before, Movement movement, String reason, Journal journal) {
        units.tell(
                unit,
                before,
                new Units.Happening(
                        SerializedItemEventType.STATUS_CHANGED,
                        movement.document().type(),
                        movement.document().id(),
                        movement.id(),
                        journal.at(),
                        reason));
    }
}
