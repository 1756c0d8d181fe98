package io.renoz.inventory.count;

import io.renoz.data.Tables;
import io.renoz.inventory.Goods;
import io.renoz.inventory.Sql;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-13: the lines of a count, and what the ledger says of them. */
@Component(service = Sheet.class)
public final class Sheet {

    private static final int BATCH = 1000;

    /** Parameters: location, path of a place. Goods in transit are nobody's to count. */
    private static final String SCOPE = """
            select b.id, b.product_id, b.warehouse_location_id, b.quantity_on_hand
              from inventory.inventory b
              join inventory.locations l on l.organization_id = ?1 and l.id = b.location_id and l.location_type <> 'transit'
              join inventory.warehouse_locations w on w.organization_id = ?1 and w.id = b.warehouse_location_id
             where b.organization_id = ?1 and b.quantity_on_hand <> 0
               and (cast(?2 as uuid) is null or b.location_id = cast(?2 as uuid))
               and (cast(?3 as text) is null or w.path = cast(?3 as text) or starts_with(w.path, cast(?3 as text) || '/'))
             order by b.id
            """;

    private static final String POSITIONS = """
            select inventory_id, max(movement_number) from inventory.inventory_movements
             where organization_id = ?1 and affects_on_hand and inventory_id = any (cast(?2 as uuid[])) group by 1
            """;

    private final Tables tables;
    private final Goods goods;

    @Activate
    public Sheet(@Reference(target = "(domain=inventory)") Tables tables, @Reference Goods goods) {
        this.tables = tables;
        this.goods = goods;
    }

    /** Writes one line for each balance in scope; how many there are. */
    int write(StockCount count) {
        List<Object[]> rows = inCategory(
                count.categoryId, Sql.rows(tables, SCOPE, text(count.locationId), path(count.warehouseLocationId)));
        if (rows.isEmpty()) {
            throw Problem.of("nothing-to-count", "There is no stock in the scope of this count.");
        }
        Map<UUID, Long> positions =
                positions(rows.stream().map(row -> (UUID) row[0]).toList());
        for (Object[] row : rows) {
            UUID balance = (UUID) row[0];
            StockCountItem item = StockCountItem.of(count.id(), balance, (UUID) row[1], (UUID) row[2]);
            item.expect((BigDecimal) row[3], positions.getOrDefault(balance, 0L));
            tables.add(item);
        }
        return rows.size();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private @Nullable String path(@Nullable UUID place) {
        if (place == null) {
            return null;
        }
        return Sql.column(
                        tables,
                        String.class,
                        "select path from inventory.warehouse_locations where organization_id = ?1 and id = ?2",
                        place)
                .get(0);
    }

    private List<Object[]> inCategory(@Nullable UUID category, List<Object[]> rows) {
        if (category == null) {
            return rows;
        }
        Set<UUID> categories = new HashSet<>(goods.categoriesBelow(category));
        List<UUID> products = rows.stream().map(row -> (UUID) row[1]).distinct().toList();
        var fitting = new HashSet<UUID>();
        for (int i = 0; i < products.size(); i += BATCH) {
            goods.find(products.subList(i, Math.min(products.size(), i + BATCH))).values().stream()
                    .filter(product -> product.categoryId() != null && categories.contains(product.categoryId()))
                    .map(ProductSummary::id)
                    .forEach(fitting::add);
        }
        return rows.stream().filter(row -> fitting.contains((UUID) row[1])).toList();
    }

    /** Number of the last movement of each balance; those that never moved are left out. */
    Map<UUID, Long> positions(Collection<UUID> balances) {
        var positions = new HashMap<UUID, Long>();
        Sql.rows(tables, POSITIONS, Sql.array(balances))
                .forEach(row -> positions.put((UUID) row[0], ((Number) row[1]).longValue()));
        return positions;
    }

    /** All lines of a count, in the order in which they were written. */
    List<StockCountItem> items(UUID count) {
        tables.flush();
        return tables.entities()
                .createQuery(
                        "select i from StockCountItem i where i.stockCountId = :count order by i.id",
                        StockCountItem.class)
                .setParameter("count", count)
                .setHint("eclipselink.refresh", "true")
                .getResultList();
    }

    /** Lines whose balance moved since they were counted. */
    List<StockCountItem> moved(List<StockCountItem> items) {
        Map<UUID, Long> positions =
                positions(items.stream().map(item -> item.inventoryId).toList());
        var moved = new ArrayList<StockCountItem>();
        for (StockCountItem item : items) {
            if (item.counted() && positions.getOrDefault(item.inventoryId, 0L) > item.expectedMovementNumber) {
                moved.add(item);
            }
        }
        return moved;
    }

    /** INV-13: compares a line with what is there at this moment. */
    void refresh(StockCountItem item) {
        List<Number> onHand = Sql.column(
                tables,
                Number.class,
                "select quantity_on_hand from inventory.inventory where organization_id = ?1 and id = ?2",
                item.inventoryId);
        long position = positions(List.of(item.inventoryId)).getOrDefault(item.inventoryId, 0L);
        item.expect(Sql.number(onHand.get(0)).setScale(3), position);
    }
}
