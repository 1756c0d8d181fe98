package io.renoz.inventory.posting;

import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.serial.SerializedItem;
import io.renoz.inventory.serial.Units;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.BalanceKey;
import io.renoz.inventory.stock.Balances;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Shortage;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Free goods at a place that is named, for what people do by hand. */
@Component(service = Portions.class)
public final class Portions {

    /**
     * What is meant.
     *
     * @param lot null for any
     */
    public record Line(
            UUID productId,
            UUID placeId,
            @Nullable String lot,
            StockStatus status,
            BigDecimal quantity,
            List<String> serials) {}

    /** Part of a line, out of one balance. */
    public record Portion(int line, Balance balance, BigDecimal quantity, List<SerializedItem> units) {}

    private final Goods goods;
    private final Places places;
    private final Balances balances;
    private final Units units;

    @Activate
    public Portions(
            @Reference Goods goods, @Reference Places places, @Reference Balances balances, @Reference Units units) {
        this.goods = goods;
        this.places = places;
        this.balances = balances;
        this.units = units;
    }

    /** The places of lines, by id. */
    public Map<UUID, Place> places(List<UUID> ids, String field) {
        Map<UUID, Place> found = places.find(ids);
        for (int i = 0; i < ids.size(); i++) {
            if (!found.containsKey(ids.get(i))) {
                throw Problem.invalid(SerialLines.field(i) + "/" + field, "There is no such place.");
            }
        }
        return found;
    }

    /**
     * Locks and shares out; nothing is moved yet.
     *
     * @param target for each line and the key of a balance it may take from, where those goods go; null when they go nowhere
     */
    public List<Portion> of(
            Journal journal, List<Line> lines, @Nullable BiFunction<Integer, BalanceKey, BalanceKey> target) {
        Incoming.requireSome(lines.size());
        Map<UUID, ProductSummary> products = goods.require("lines", lines, Line::productId);
        var serials = new SerialLines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            ProductSummary product = Objects.requireNonNull(products.get(line.productId));
            Amounts.positive(line.quantity, SerialLines.field(i) + "/quantity");
            Goods.requireUnit(product, line.quantity, SerialLines.field(i) + "/quantity");
            serials.add(product, line.quantity, line.serials, SerialLines.field(i));
        }
        List<Map<UUID, BalanceKey>> sources = sources(lines);
        var ids = new LinkedHashSet<UUID>();
        var keys = new ArrayList<BalanceKey>();
        for (int i = 0; i < lines.size(); i++) {
            ids.addAll(sources.get(i).keySet());
            if (target != null) {
                int line = i;
                sources.get(i).values().forEach(key -> keys.add(target.apply(line, key)));
            }
        }
        journal.lock(ids, keys);
        Map<Units.Key, SerializedItem> known = units.lock(serials.all());
        var taken = new HashMap<UUID, BigDecimal>();
        var portions = new ArrayList<Portion>();
        for (int i = 0; i < lines.size(); i++) {
            portions.addAll(
                    serials.any(i)
                            ? ofUnits(i, serials, known, sources.get(i).keySet(), taken, journal)
                            : ofGoods(i, lines.get(i), sources.get(i).keySet(), taken, journal));
        }
        return portions;
    }

    private List<Map<UUID, BalanceKey>> sources(List<Line> lines) {
        Map<UUID, BalanceKey> all = balances.at(
                lines.stream().map(Line::productId).distinct().toList(),
                lines.stream().map(Line::placeId).distinct().toList());
        return lines.stream()
                .map(line -> {
                    Map<UUID, BalanceKey> fitting = new LinkedHashMap<>();
                    all.forEach((id, key) -> {
                        if (key.productId().equals(line.productId)
                                && key.placeId().equals(line.placeId)
                                && key.status() == line.status
                                && (line.lot == null || key.lotNumber().equals(line.lot.strip()))) {
                            fitting.put(id, key);
                        }
                    });
                    return fitting;
                })
                .toList();
    }

    private static List<Portion> ofGoods(
            int index, Line line, Iterable<UUID> sources, Map<UUID, BigDecimal> taken, Journal journal) {
        var portions = new ArrayList<Portion>();
        BigDecimal open = Amounts.stored(line.quantity, "quantity");
        Balance negative = null;
        for (UUID id : sources) {
            Balance balance = journal.balance(id);
            BigDecimal free = balance.free().subtract(taken.getOrDefault(id, Amounts.NO_GOODS));
            BigDecimal part = open.min(free);
            if (part.signum() > 0) {
                portions.add(new Portion(index, balance, part, List.of()));
                taken.merge(id, part, BigDecimal::add);
                open = open.subtract(part);
            }
            negative = journal.place(balance).allowsNegative() ? balance : negative;
        }
        if (open.signum() > 0 && negative == null) {
            throw Shortage.of(line.productId, line.quantity, line.quantity.subtract(open))
                    .problem();
        }
        if (open.signum() > 0 && negative != null) {
            portions.add(new Portion(index, negative, open, List.of()));
        }
        return portions;
    }

    private static List<Portion> ofUnits(
            int index,
            SerialLines serials,
            Map<Units.Key, SerializedItem> known,
            java.util.Set<UUID> sources,
            Map<UUID, BigDecimal> taken,
            Journal journal) {
        var byBalance = new LinkedHashMap<UUID, List<SerializedItem>>();
        for (Units.Key key : serials.of(index)) {
            SerializedItem unit = known.get(key);
            UUID balance = unit == null ? null : unit.balance();
            if (unit == null || balance == null || !sources.contains(balance)) {
                throw Units.conflict(key.serial(), "is not there", unit);
            }
            if (unit.state() == io.renoz.inventory.api.SerializedItemStatus.ALLOCATED) {
                throw Units.conflict(unit.serial(), "is set aside", unit);
            }
            byBalance.computeIfAbsent(balance, id -> new ArrayList<>()).add(unit);
        }
        var portions = new ArrayList<Portion>();
        byBalance.forEach((id, some) -> {
            Balance balance = journal.balance(id);
            BigDecimal wanted = Amounts.stored(BigDecimal.valueOf(some.size()), "quantity");
            BigDecimal free = balance.free().subtract(taken.getOrDefault(id, Amounts.NO_GOODS));
            if (free.compareTo(wanted) < 0) {
                throw Shortage.of(balance.product(), wanted, free.max(Amounts.NO_GOODS))
                        .problem();
            }
            taken.merge(id, wanted, BigDecimal::add);
            portions.add(new Portion(index, balance, wanted, some));
        });
        return portions;
    }
}
