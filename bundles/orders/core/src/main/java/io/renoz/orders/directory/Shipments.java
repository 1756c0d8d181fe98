package io.renoz.orders.directory;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.orders.api.ShipmentSummary;
import io.renoz.orders.api.ShipmentSummary.Item;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shipments with what is in them, for reading. */
final class Shipments {

    private static final String SHIPMENT = """
            select s.order_id, o.customer_id, s.shipment_number, s.status, s.carrier, s.tracking_number,
                   s.shipped_at, s.delivered_at
              from orders.order_shipments s
              join orders.orders o on o.organization_id = s.organization_id and o.id = s.order_id
             where s.organization_id = ?1 and s.id = ?2""";

    private static final String ITEMS = """
            select i.id, i.order_line_item_id, l.product_id, i.quantity, i.lot_number, i.expiry_date
              from orders.shipment_items i
              join orders.order_line_items l
                on l.organization_id = i.organization_id and l.id = i.order_line_item_id
             where i.organization_id = ?1 and i.shipment_id = ?2 order by i.id""";

    private static final String UNITS = """
            select u.shipment_item_id, u.serial_number
              from orders.order_line_serials u
              join orders.shipment_items i on i.organization_id = u.organization_id and i.id = u.shipment_item_id
             where i.organization_id = ?1 and i.shipment_id = ?2 order by u.serial_number""";

    private final Tables tables;

    Shipments(Tables tables) {
        this.tables = tables;
    }

    Optional<ShipmentSummary> find(UUID id) {
        return rows(SHIPMENT, id).stream().findFirst().map(row -> shipment(id, row));
    }

    private ShipmentSummary shipment(UUID id, @Nullable Object[] row) {
        return new ShipmentSummary(
                id,
                uuid(row[0]),
                uuid(row[1]),
                String.valueOf(row[2]),
                ShipmentStatus.valueOf(String.valueOf(row[3]).toUpperCase(Locale.ROOT)),
                (String) row[4],
                (String) row[5],
                moment(row[6]),
                moment(row[7]),
                items(id));
    }

    private List<Item> items(UUID id) {
        Map<UUID, List<String>> units = new HashMap<>();
        rows(UNITS, id).forEach(row -> units.computeIfAbsent(uuid(row[0]), item -> new ArrayList<>())
                .add(String.valueOf(row[1])));
        return rows(ITEMS, id).stream().map(row -> item(row, units)).toList();
    }

    private static Item item(@Nullable Object[] row, Map<UUID, List<String>> units) {
        UUID id = uuid(row[0]);
        return new Item(
                id,
                uuid(row[1]),
                (UUID) row[2],
                new BigDecimal(String.valueOf(row[3])),
                (String) row[4],
                day(row[5]),
                units.getOrDefault(id, List.of()));
    }

    private List<@Nullable Object[]> rows(String sql, UUID id) {
        List<?> rows = tables.entities()
                .createNativeQuery(sql)
                .setParameter(1, Call.tenant())
                .setParameter(2, id)
                .getResultList();
        return rows.stream().<@Nullable Object[]>map(row -> (Object[]) row).toList();
    }

    private static UUID uuid(@Nullable Object value) {
        return UUID.fromString(String.valueOf(value));
    }

    private static @Nullable Instant moment(@Nullable Object value) {
        return value == null ? null : ((Timestamp) value).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }
}
