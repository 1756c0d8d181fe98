package io.renoz.suppliers.price;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.suppliers.price.Market.Agreed;
import io.renoz.suppliers.price.Market.Discount;
import io.renoz.suppliers.price.Market.Listed;
import io.renoz.suppliers.price.Market.Paid;
import io.renoz.suppliers.price.Market.Seller;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.jspecify.annotations.Nullable;

/** Reads what suppliers ask for products, in five statements whatever the number of products. */
final class MarketReader {

    private static final String VALID = " and a.status = 'approved' and a.deleted_at is null"
            + " and a.effective_date <= ?3 and (a.expiry_date is null or a.expiry_date >= ?3)";

    private static final String AGREED = """
            select a.supplier_id, a.currency, i.product_id, i.unit_price, i.min_quantity, a.id, i.lead_time_days
              from suppliers.price_agreement_items i
              join suppliers.price_agreements a on a.organization_id = i.organization_id and a.id = i.agreement_id
             where i.organization_id = ?1 and i.product_id = any (cast(?2 as uuid[]))
            """ + VALID;

    private static final String DISCOUNTS = """
            select a.supplier_id, a.currency, a.discount_percent, a.id
              from suppliers.price_agreements a
             where a.organization_id = ?1 and a.discount_percent > 0
            """ + VALID;

    private static final String LISTED = """
            select a.supplier_id, a.currency, a.product_id, a.effective_price, a.min_quantity, a.max_quantity, a.id,
                   a.min_order_qty, a.order_multiple, a.lead_time_days, a.is_preferred_price, a.supplier_product_code,
                   a.effective_date
              from suppliers.supplier_price_lists a
             where a.organization_id = ?1 and a.product_id = any (cast(?2 as uuid[])) and a.status = 'active'
               and a.effective_date <= ?3 and (a.expiry_date is null or a.expiry_date >= ?3)
            """;

    private static final String PAID = """
            select distinct on (a.supplier_id, a.currency, i.product_id)
                   a.supplier_id, a.currency, i.product_id, round(i.line_subtotal / i.quantity, 2)
              from suppliers.purchase_order_items i
              join suppliers.purchase_orders a on a.organization_id = i.organization_id and a.id = i.purchase_order_id
             where i.organization_id = ?1 and i.product_id = any (cast(?2 as uuid[])) and a.deleted_at is null
               and a.status in ('ordered', 'partial_received', 'received', 'closed')
            """;

    private static final String NEWEST =
            " order by a.supplier_id, a.currency, i.product_id, a.order_date desc, a.id desc";

    private static final String OF_SUPPLIER = " and a.supplier_id = any (cast(?4 as uuid[]))";

    private static final String OF_ACTIVE = """
             and exists (select 1 from suppliers.suppliers s where s.organization_id = a.organization_id
                          and s.id = a.supplier_id and s.status = 'active' and s.deleted_at is null)
            """;

    private final Tables tables;

    MarketReader(Tables tables) {
        this.tables = tables;
    }

    /** Of some suppliers, whatever their status; of all active ones where none is named. */
    Market read(Collection<UUID> products, LocalDate day, Collection<UUID> suppliers) {
        String who = suppliers.isEmpty() ? OF_ACTIVE : OF_SUPPLIER;
        String ids = array(products);
        String supplier = suppliers.isEmpty() ? null : array(suppliers);
        return new Market(
                rows(
                        AGREED + who,
                        ids,
                        day,
                        supplier,
                        row -> new Agreed(
                                seller(row),
                                (UUID) row[2],
                                (BigDecimal) row[3],
                                (BigDecimal) row[4],
                                (UUID) row[5],
                                (Integer) row[6])),
                rows(
                        DISCOUNTS + who,
                        ids,
                        day,
                        supplier,
                        row -> new Discount(seller(row), (BigDecimal) row[2], (UUID) row[3])),
                rows(LISTED + who, ids, day, supplier, MarketReader::listed),
                rows(
                        PAID + who + NEWEST,
                        ids,
                        day,
                        supplier,
                        row -> new Paid(seller(row), (UUID) row[2], (BigDecimal) row[3])),
                leadTimes(suppliers));
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().distinct().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Of suppliers that say one. */
    private Map<UUID, Integer> leadTimes(Collection<UUID> suppliers) {
        String who = suppliers.isEmpty() ? "s.status = io.renoz.suppliers.api.SupplierStatus.ACTIVE" : "s.id in :ids";
        TypedQuery<Object[]> query = tables.entities()
                .createQuery(
                        "select s.id, s.leadTimeDays from Supplier s where s.leadTimeDays is not null"
                                + " and s.deletedAt is null and " + who,
                        Object[].class);
        if (!suppliers.isEmpty()) {
            query.setParameter("ids", suppliers);
        }
        return query.getResultStream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
    }

    private static Seller seller(Object[] row) {
        return new Seller((UUID) row[0], (String) row[1]);
    }

    private static Listed listed(Object[] row) {
        return new Listed(
                seller(row),
                (UUID) row[2],
                (BigDecimal) row[3],
                (BigDecimal) row[4],
                (BigDecimal) row[5],
                (UUID) row[6],
                (BigDecimal) row[7],
                (BigDecimal) row[8],
                (Integer) row[9],
                (Boolean) row[10],
                (String) row[11],
                row[12] instanceof Date date ? date.toLocalDate() : (LocalDate) row[12]);
    }

    @SuppressWarnings("unchecked") // rows of native queries
    private <T> List<T> rows(
            String sql, String products, LocalDate day, @Nullable String suppliers, Function<Object[], T> mapping) {
        Query query = tables.entities().createNativeQuery(sql).setParameter(1, Call.tenant());
        if (sql.contains("?2")) {
            query.setParameter(2, products);
        }
        if (sql.contains("?3")) {
            query.setParameter(3, day);
        }
        if (suppliers != null) {
            query.setParameter(4, suppliers);
        }
        return ((List<Object[]>) query.getResultList()).stream().map(mapping).toList();
    }
}
