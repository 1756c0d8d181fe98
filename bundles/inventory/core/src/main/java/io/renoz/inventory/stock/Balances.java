package io.renoz.inventory.stock;

import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds and locks balances: always in the order of their ids, so that two who want the same never wait in a circle. */
@Component(service = Balances.class)
public final class Balances {

    /** One for each key that has none; in the order of the keys, since others may insert the same. */
    private static final String ENSURE = """
            insert into inventory.inventory
                   (organization_id, id, product_id, location_id, warehouse_location_id, lot_number, status, ownership,
                    expiry_date, unit_cost, created_by, updated_by)
            select ?1, k.id, k.product, k.location, k.place, k.lot, k.status, k.ownership, k.expiry,
                   coalesce((select b.unit_cost from inventory.inventory b
                              where b.organization_id = ?1 and b.product_id = k.product and b.unit_cost > 0
                              order by b.last_movement_at desc nulls last limit 1), 0),
                   cast(?3 as uuid), cast(?3 as uuid)
              from unnest(cast(?2 as text[])) with ordinality as t (line, n)
             cross join lateral (select string_to_array(t.line, chr(31)) as v) s
             cross join lateral (select cast(v[1] as uuid) as id, cast(v[2] as uuid) as product, cast(v[3] as uuid) as location,
                    cast(v[4] as uuid) as place, v[5] as lot, v[6] as status, v[7] as ownership,
                    cast(nullif(v[8], '') as date) as expiry) k
             order by t.n
                on conflict do nothing
            """;

    private static final String OF_KEYS = """
            select b.id from inventory.inventory b
              join (select string_to_array(line, chr(31)) as v from unnest(cast(?2 as text[])) as t (line)) k
                on b.product_id = cast(v[2] as uuid) and b.warehouse_location_id = cast(v[4] as uuid)
               and b.lot_number = v[5] and b.status = v[6] and b.ownership = v[7]
             where b.organization_id = ?1
            """;

    /** Rows that refer to a balance are inserted meanwhile without waiting. */
    private static final String LOCK = """
            select id from inventory.inventory
             where organization_id = ?1 and id = any (cast(?2 as uuid[])) order by id for no key update
            """;

    /** INV-04: free stock that may be given away, whatever its day of expiry. */
    private static final String CANDIDATES = """
            select b.id, l.is_default, w.pick_sequence
              from inventory.inventory b
              join inventory.locations l on l.organization_id = ?1 and l.id = b.location_id
              join inventory.warehouse_locations w on w.organization_id = ?1 and w.id = b.warehouse_location_id
             where b.organization_id = ?1 and b.product_id = any (cast(?2 as uuid[]))
               and b.status = ?5 and b.ownership in ('own', 'supplier_consignment')
               and l.is_active and (l.id = cast(?3 as uuid) or (cast(?3 as uuid) is null and l.is_sellable))
               and (b.quantity_available > 0 or l.allow_negative)
               and (b.expiry_date is null or b.expiry_date >= cast(?4 as date))
            """;

    private final Tables tables;
    private final InventoryCalendar calendar;

    @Activate
    public Balances(@Reference(target = "(domain=inventory)") Tables tables, @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    /** Where a candidate stands in the order of allocation, beyond what its balance says. */
    public record Rank(
            UUID balance, boolean atDefault, @Nullable Integer pickSequence) {}

    /** Makes sure that there is a balance for each key; their ids, by the text of the key. Nothing is locked by it yet. */
    Collection<UUID> ensure(Collection<BalanceKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var distinct = new LinkedHashMap<String, BalanceKey>();
        keys.stream()
                .sorted(Comparator.comparing(BalanceKey::text))
                .forEach(key -> distinct.putIfAbsent(key.text(), key));
        String lines = Sql.texts(distinct.values().stream().map(Balances::line).toList());
        String user = Call.user().map(UUID::toString).orElse(null);
        Sql.of(tables, ENSURE, lines, user).executeUpdate();
        return Sql.column(tables, UUID.class, OF_KEYS, lines);
    }

    private static String line(BalanceKey key) {
        return String.join(
                "\u001f",
                Ids.next().toString(),
                key.productId().toString(),
                key.locationId().toString(),
                key.placeId().toString(),
                key.lotNumber(),
                Coded.of(key.status()),
                Coded.of(key.ownership()),
                key.expiryDate() == null ? "" : key.expiryDate().toString());
    }

    /** Locks balances until the end of the transaction and reads them anew. */
    Map<UUID, Balance> lock(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        tables.flush(); // what was changed would be lost when they are read anew
        Sql.of(tables, LOCK, Sql.array(ids)).getResultList();
        return tables.entities()
                .createQuery("select b from Balance b where b.id in :ids order by b.id", Balance.class)
                .setParameter("ids", ids.stream().distinct().toList())
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .collect(Collectors.toMap(Balance::id, balance -> balance, (one, other) -> one, LinkedHashMap::new));
    }

    /** Open layers of balances that are locked. */
    Map<UUID, List<CostLayer>> layers(Collection<UUID> balances) {
        if (balances.isEmpty()) {
            return Map.of();
        }
        return tables.entities()
                .createQuery(
                        "select c from CostLayer c where c.inventoryId in :ids and c.quantityRemaining > 0"
                                + " order by c.receivedAt, c.id",
                        CostLayer.class)
                .setParameter("ids", balances.stream().distinct().toList())
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .collect(Collectors.groupingBy(layer -> layer.inventoryId));
    }

    /** Balances that could serve some products, not locked yet. */
    public Map<UUID, Rank> candidates(Collection<UUID> products, LocationScope scope, @Nullable LocalDate neededBy) {
        LocalDate today = calendar.today();
        return candidates(
                products, scope, neededBy != null && neededBy.isAfter(today) ? neededBy : today, StockStatus.AVAILABLE);
    }

    /** The same in any condition, of lots that do not expire before a day. */
    public Map<UUID, Rank> candidates(
            Collection<UUID> products, LocationScope scope, LocalDate until, StockStatus condition) {
        if (products.isEmpty()) {
            return Map.of();
        }
        String location = scope.location().map(UUID::toString).orElse(null);
        var ranks = new LinkedHashMap<UUID, Rank>();
        for (Object[] row :
                Sql.rows(tables, CANDIDATES, Sql.array(products), location, until.toString(), Coded.of(condition))) {
            Integer sequence = row[2] == null ? null : ((Number) row[2]).intValue();
            ranks.put((UUID) row[0], new Rank((UUID) row[0], (Boolean) row[1], sequence));
        }
        return ranks;
    }

    /** Keys of balances of products at places, in whatever condition, by id; read without a lock, since keys stay. */
    public Map<UUID, BalanceKey> at(Collection<UUID> products, Collection<UUID> places) {
        var keys = new LinkedHashMap<UUID, BalanceKey>();
        tables.entities()
                .createQuery(
                        "select b.id, b.productId, b.locationId, b.warehouseLocationId, b.lotNumber, b.status, b.ownership,"
                                + " b.expiryDate from Balance b"
                                + " where b.productId in :products and b.warehouseLocationId in :places order by b.id",
                        Object[].class)
                .setParameter("products", List.copyOf(products))
                .setParameter("places", List.copyOf(places))
                .getResultStream()
                .forEach(row -> keys.put(
                        (UUID) row[0],
                        new BalanceKey(
                                (UUID) row[1],
                                (UUID) row[2],
                                (UUID) row[3],
                                (String) row[4],
                                (StockStatus) row[5],
                                (StockOwnership) row[6],
                                (LocalDate) row[7])));
        return keys;
    }

    /** Units on hand at places, by place. */
    public Map<UUID, BigDecimal> filled(Collection<UUID> places) {
        var filled = new LinkedHashMap<UUID, BigDecimal>();
        for (Object[] row : Sql.rows(
                tables,
                "select warehouse_location_id, sum(quantity_on_hand) from inventory.inventory where organization_id = ?1"
                        + " and warehouse_location_id = any (cast(?2 as uuid[])) group by 1",
                Sql.array(places))) {
            filled.put((UUID) row[0], Sql.number(row[1]));
        }
        return filled;
    }
}
