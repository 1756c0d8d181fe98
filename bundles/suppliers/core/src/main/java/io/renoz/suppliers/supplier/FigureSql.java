package io.renoz.suppliers.supplier;

/** The statements behind the figures of suppliers. */
final class FigureSql {

    /** Orders whose last goods arrived in a month, by supplier: organization, first day, first day of the next, grace. */
    static final String DELIVERED = """
            select o.supplier_id, count(*),
                   count(*) filter (where o.expected_delivery_date is null
                                       or o.actual_delivery_date <= o.expected_delivery_date + ?4),
                   sum(o.total_amount_base),
                   coalesce(round(sum((o.supplier_invoice_amount - o.total_amount) * coalesce(o.exchange_rate, 1)), 2), 0),
                   avg(o.actual_delivery_date - o.order_date),
                   avg(o.actual_delivery_date - o.expected_delivery_date)
                     filter (where o.actual_delivery_date > o.expected_delivery_date + ?4),
                   avg(cast(extract(epoch from o.acknowledged_at - o.ordered_at) / 3600 as numeric))
              from suppliers.purchase_orders o
             where o.organization_id = ?1 and o.deleted_at is null and o.status in ('received', 'closed')
               and o.actual_delivery_date >= ?2 and o.actual_delivery_date < ?3
             group by o.supplier_id
            """;

    /** Goods that were looked at, of receipts of a span of time, by supplier: organization, from, until. */
    static final String ARRIVED = """
            select o.supplier_id, sum(i.quantity_received), sum(i.quantity_accepted), sum(i.quantity_rejected)
              from suppliers.purchase_order_receipts r
              join suppliers.purchase_order_receipt_items i on i.organization_id = r.organization_id and i.receipt_id = r.id
              join suppliers.purchase_orders o on o.organization_id = r.organization_id and o.id = r.purchase_order_id
             where r.organization_id = ?1 and r.status in ('accepted', 'partially_accepted', 'rejected')
               and r.received_at >= ?2 and r.received_at < ?3
             group by o.supplier_id
            """;

    /** Suppliers whose totals are not what the orders that were sent come to, in the order of their ids. */
    static final String STALE = """
            with sent as (
              select supplier_id, count(*) as orders, sum(total_amount_base) as value,
                     min(order_date) as first, max(order_date) as last
                from suppliers.purchase_orders
               where organization_id = ?1 and deleted_at is null
                 and status in ('ordered', 'partial_received', 'received', 'closed')
               group by supplier_id)
            select s.id, coalesce(t.orders, 0), coalesce(t.value, 0), t.first, t.last
              from suppliers.suppliers s left join sent t on t.supplier_id = s.id
             where s.organization_id = ?1 and s.deleted_at is null
               and (s.total_purchase_orders, s.total_purchase_value, s.first_order_date, s.last_order_date)
                   is distinct from (coalesce(t.orders, 0), coalesce(t.value, 0), t.first, t.last)
             order by s.id
            """;

    private FigureSql() {}
}
