package io.renoz.inventory.stock;

import io.renoz.data.Ids;
import io.renoz.event.DomainEvent;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.PostedLine;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.location.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting under way: the balances it has locked and the movements it makes. Lock everything first, then move; a posting of
 * many lines takes as many statements as one of a single line. For one thread and one transaction.
 */
public final class Journal {

    private static final String NUMBERS =
            "select nextval('inventory.movement_numbers') from generate_series(1, ?2) where ?1 is not null";

    private final Journals in;
    private final DocumentRef document;
    private final Instant at;
    private final UUID posting = Ids.next();
    private final Map<UUID, Balance> locked = new LinkedHashMap<>();
    private final Map<String, Balance> byKey = new HashMap<>();
    private final Map<UUID, List<CostLayer>> layers = new HashMap<>();
    private final Map<UUID, Place> places = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<CostLayer> made = new ArrayList<>();

    Journal(Journals in, DocumentRef document, Instant at) {
        this.in = in;
        this.document = document;
        this.at = at;
    }

    public Instant at() {
        return at;
    }

    public UUID posting() {
        return posting;
    }

    /** Locks balances, and those of some keys, which are made where there are none; with their open layers. */
    public void lock(Collection<UUID> ids, Collection<BalanceKey> keys) {
        var all = new LinkedHashSet<>(ids);
        all.addAll(in.balances.ensure(keys));
        all.removeAll(locked.keySet());
        Map<UUID, Balance> more = in.balances.lock(all);
        more.values().forEach(balance -> byKey.put(balance.key().text(), balance));
        locked.putAll(more);
        layers.putAll(in.balances.layers(more.keySet()));
        List<UUID> unknown = more.values().stream()
                .map(Balance::place)
                .filter(place -> !places.containsKey(place))
                .toList();
        places.putAll(in.places.find(unknown));
    }

    /** A balance that is locked. */
    public Balance balance(UUID id) {
        Balance balance = locked.get(id);
        if (balance == null) {
            throw new IllegalStateException("Not locked: " + id);
        }
        return balance;
    }

    /** Whether a balance is locked. */
    public boolean holds(UUID id) {
        return locked.containsKey(id);
    }

    public Collection<Balance> balances() {
        return locked.values();
    }

    /** The balance of a key that is locked. */
    public Balance balance(BalanceKey key) {
        Balance balance = byKey.get(key.text());
        if (balance == null) {
            throw new IllegalStateException("Not locked: " + key);
        }
        return balance;
    }

    /** A locked balance as a candidate of {@link Picking}. */
    public Picking.Candidate candidate(Balances.Rank rank) {
        Balance balance = balance(rank.balance());
        return new Picking.Candidate(
                balance.id(),
                balance.product(),
                balance.free(),
                balance.expires(),
                rank.atDefault(),
                rank.pickSequence());
    }

    /** The place a locked balance is at. */
    public Place place(Balance balance) {
        Place place = places.get(balance.place());
        if (place == null) {
            throw new IllegalStateException("No place of " + balance.id());
        }
        return place;
    }

    /** Goods come to a balance. */
    public Movement in(Balance balance, List<Slice> goods, CostLayer.Origin origin, Cause cause) {
        BigDecimal quantity = goods.stream().map(Slice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = balance.valued()
                ? goods.stream().map(Slice::cost).reduce(Amounts.NO_MONEY, BigDecimal::add)
                : Amounts.NO_MONEY;
        Movement movement = note(balance, cause);
        BigDecimal missing = balance.onHand().negate().max(BigDecimal.ZERO);
        movement.moves(balance.onHand(), quantity, value);
        BigDecimal debt = balance.totalValue.negate();
        balance.move(quantity, value, at);
        BigDecimal correction = Amounts.NO_MONEY;
        for (Slice slice : goods) {
            Slice left = balance.valued()
                    ? slice
                    : Slice.fresh(slice.receivedAt(), slice.quantity(), Amounts.NO_MONEY, slice.expiryDate());
            if (missing.signum() > 0) {
                Fifo.Settlement settled = Fifo.settle(missing, debt, left);
                BigDecimal served = missing.min(left.quantity());
                correction = correction.add(settled.correction());
                debt = debt.subtract(settled.correction().add(left.cost()).subtract(cost(settled.left())));
                missing = missing.subtract(served);
                left = settled.left();
            }
            if (left != null) {
                layer(movement, left, origin);
            }
        }
        if (correction.signum() != 0) {
            revaluation(balance, correction, cause);
        }
        return movement;
    }

    private static BigDecimal cost(@Nullable Slice slice) {
        return slice == null ? Amounts.NO_MONEY : slice.cost();
    }

    private void layer(Movement movement, Slice goods, CostLayer.Origin origin) {
        CostLayer layer = CostLayer.of(movement, goods, origin, in.calendar.currency());
        layers.computeIfAbsent(movement.inventoryId, id -> new ArrayList<>()).add(layer);
        made.add(layer);
    }

    /**
     * Goods leave a balance: first those of a layer that is preferred, then the oldest. What is missing is posted at the last
     * known cost; whether it may be is the caller's to ask.
     *
     * @param preferred id of a movement whose layer goes first; null for none
     * @return what left, with its value
     */
    public Left out(Balance balance, BigDecimal quantity, Cause cause, @Nullable UUID preferred) {
        List<CostLayer> open = layers.getOrDefault(balance.id(), List.of());
        UUID first = open.stream()
                .filter(layer -> layer.movementId.equals(preferred))
                .map(CostLayer::id)
                .findFirst()
                .orElse(null);
        Fifo.Outcome outcome = Fifo.take(open.stream().map(CostLayer::open).toList(), quantity, first);
        var taken = new ArrayList<>(outcome.taken());
        var byId = new HashMap<UUID, CostLayer>();
        open.forEach(layer -> byId.put(layer.id(), layer));
        outcome.taken()
                .forEach(part -> Objects.requireNonNull(byId.get(part.layer())).give(part));
        if (outcome.missing().signum() > 0) {
            BigDecimal cost = balance.valued() ? balance.lastCost().multiply(outcome.missing()) : Amounts.NO_MONEY;
            taken.add(Slice.fresh(at, outcome.missing(), cost, balance.expires()));
        }
        BigDecimal value = taken.stream().map(Slice::cost).reduce(Amounts.NO_MONEY, BigDecimal::add);
        Movement movement = note(balance, cause);
        movement.moves(balance.onHand(), quantity.negate(), value.negate());
        balance.move(quantity.negate(), value.negate(), at);
        return new Left(movement, taken, value);
    }

    /** What left a balance. */
    public record Left(Movement movement, List<Slice> goods, BigDecimal value) {}

    /** INV-09: goods go from one balance to another, with their value and the time of their receipt. */
    public Left move(Balance from, Balance to, BigDecimal quantity, Cause cause) {
        Left left = out(from, quantity, cause, null);
        in(to, left.goods(), CostLayer.Origin.of(CostLayerReferenceType.TRANSFER), cause);
        return left;
    }

    /** The value of a balance changes; its layers are the caller's affair. */
    void revaluation(Balance balance, BigDecimal change, Cause cause) {
        Movement movement = note(
                balance, new Cause(MovementType.REVALUE, cause.lineId(), null, cause.reason(), null, cause.notes()));
        movement.notes(balance.onHand(), Amounts.NO_GOODS, change);
        balance.revalue(change);
    }

    /** INV-16: the value of a balance is corrected, spread over its layers; false when it would fall below zero. */
    public boolean revalue(Balance balance, BigDecimal change, Cause cause) {
        List<CostLayer> open = layers.getOrDefault(balance.id(), List.of()).stream()
                .filter(layer -> layer.quantityRemaining.signum() > 0)
                .toList();
        List<BigDecimal> shares = Fifo.spread(open.stream().map(CostLayer::open).toList(), change);
        if (shares.isEmpty()) {
            return false;
        }
        for (int i = 0; i < shares.size(); i++) {
            open.get(i).revalue(shares.get(i));
        }
        revaluation(balance, change, cause);
        return true;
    }

    /** Goods are set aside, or given back when {@code quantity} is below 0. */
    public void claim(Balance balance, BigDecimal quantity, DocumentRef demand, UUID reservation, UUID line) {
        boolean takes = quantity.signum() > 0;
        if (takes) {
            balance.allocate(quantity);
        } else {
            balance.deallocate(quantity.negate());
        }
        Cause cause = Cause.of(takes ? MovementType.ALLOCATE : MovementType.DEALLOCATE, line)
                .serving(reservation);
        Movement movement = Movement.of(posting, balance, demand, at, cause);
        movement.notes(balance.onHand(), quantity, Amounts.NO_MONEY);
        movements.add(movement);
    }

    private Movement note(Balance balance, Cause cause) {
        Movement movement = Movement.of(posting, balance, document, at, cause);
        movements.add(movement);
        return movement;
    }

    /** Numbers the movements and stores them, with the layers they made. */
    public void write() {
        if (movements.isEmpty()) {
            return;
        }
        List<Number> numbers = Sql.column(in.tables, Number.class, NUMBERS, movements.size());
        for (int i = 0; i < movements.size(); i++) {
            movements.get(i).movementNumber = numbers.get(i).longValue();
            in.tables.add(movements.get(i));
        }
        made.forEach(in.tables::add);
    }

    /** The same, and tells it. */
    public void write(String event) {
        write();
        var payload = new LinkedHashMap<String, Object>();
        payload.put("referenceType", document.type());
        payload.put("referenceId", document.id());
        payload.put("productIds", new ArrayList<>(products()));
        payload.put("cost", value().abs());
        in.events.publish(new DomainEvent(event, "stock_posting", posting, payload));
    }

    /** Products it moved. */
    public Collection<UUID> products() {
        var products = new LinkedHashSet<UUID>();
        movements.forEach(movement -> products.add(movement.productId));
        return products;
    }

    public List<Movement> movements() {
        return movements;
    }

    /** Value it moved in all; goods that only went from one balance to another moved none. */
    public BigDecimal value() {
        return movements.stream().map(movement -> movement.totalCost).reduce(Amounts.NO_MONEY, BigDecimal::add);
    }

    /** Value of each of its movements, signed. */
    public List<BigDecimal> values() {
        return movements.stream().map(movement -> movement.totalCost).toList();
    }

    /** What it did by line and product. */
    public Posting result() {
        record Key(@Nullable UUID line, UUID product) {}
        var quantities = new LinkedHashMap<Key, BigDecimal>();
        var costs = new HashMap<Key, BigDecimal>();
        for (Movement movement : movements) {
            if (movement.affectsOnHand) {
                var key = new Key(movement.referenceLineId, movement.productId);
                quantities.merge(key, movement.quantity, BigDecimal::add);
                costs.merge(key, movement.totalCost, BigDecimal::add);
            }
        }
        var lines = new ArrayList<PostedLine>();
        quantities.forEach((key, quantity) -> lines.add(new PostedLine(
                key.line,
                key.product,
                quantity.abs(),
                costs.getOrDefault(key, Amounts.NO_MONEY).abs())));
        return new Posting(posting, value().abs(), lines);
    }
}
