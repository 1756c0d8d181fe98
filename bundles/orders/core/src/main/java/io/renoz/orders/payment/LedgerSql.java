package io.renoz.orders.payment;

/**
 * The statements behind the ledger. Of every one: 1 is the organization, 2 its time zone, in which moments become days.
 *
 * <p>An invoice counts from its date until its order is cancelled, a payment from its date unless it was voided, a credit from
 * the day it was applied until it is released. So the entries up to a day add up to what was owed at its end.
 */
final class LedgerSql {

    private static final String RELEASED =
            "greatest(c.applied_on, cast(c.released_at at time zone cast(?2 as text) as date))";
    private static final String CANCELLED =
            "greatest(o.invoice_date, cast(o.cancelled_at at time zone cast(?2 as text) as date))";

    private static final String ENTRIES = """
            (select o.invoice_date as day, 'INVOICE' as type, o.id as order_id, o.order_number, o.customer_id,
                    o.id as document_id, o.invoice_number as number, o.customer_po_number as reference, o.total as amount
               from orders.orders o
              where o.organization_id = ?1 and o.invoice_number is not null
             union all
             select CANCELLED, 'INVOICE', o.id, o.order_number, o.customer_id,
                    o.id, o.invoice_number, 'Cancelled', -o.total
               from orders.orders o
              where o.organization_id = ?1 and o.invoice_number is not null and o.cancelled_at is not null
             union all
             select p.payment_date, case when p.is_refund then 'REFUND' else 'PAYMENT' end, o.id, o.order_number, o.customer_id,
                    p.id, p.payment_number, p.reference, case when p.is_refund then p.amount else -p.amount end
               from orders.orders o
               join orders.order_payments p on p.organization_id = ?1 and p.order_id = o.id
              where o.organization_id = ?1 and p.voided_at is null
             union all
             select c.applied_on, 'CREDIT', o.id, o.order_number, o.customer_id, c.id, c.source_number, null, -c.amount
               from orders.orders o
               join orders.order_credits c on c.organization_id = ?1 and c.order_id = o.id
              where o.organization_id = ?1
             union all
             select RELEASED, 'CREDIT', o.id, o.order_number, o.customer_id, c.id, c.source_number, 'Released', c.amount
               from orders.orders o
               join orders.order_credits c on c.organization_id = ?1 and c.order_id = o.id
              where o.organization_id = ?1 and c.released_at is not null) e
            """.replace("CANCELLED", CANCELLED).replace("RELEASED", RELEASED);

    /** 3 the customer, 4 and 5 the first and the last day. */
    static final String LEDGER =
            "select e.day, e.type, e.order_id, e.order_number, e.document_id, e.number, e.reference,"
                    + " e.amount from " + ENTRIES
                    + " where e.customer_id = ?3 and e.day between ?4 and ?5"
                    + " order by e.day, case e.type when 'INVOICE' then 1 when 'PAYMENT' then 2 when 'REFUND' then 3 else 4 end,"
                    + " e.number, e.document_id, e.amount desc";

    /** 3 the customer, 4 the day. */
    static final String BALANCE =
            "select coalesce(sum(e.amount), 0.00) from " + ENTRIES + " where e.customer_id = ?3 and e.day <= ?4";

    private static final String OF_OPEN = """
              from orders.orders o
             cross join lateral (
                   select o.total
                          - (select coalesce(sum(case when p.is_refund then -p.amount else p.amount end), 0)
                               from orders.order_payments p
                              where p.organization_id = ?1 and p.order_id = o.id and p.voided_at is null
                                and p.payment_date <= ?3)
                          - (select coalesce(sum(c.amount), 0)
                               from orders.order_credits c
                              where c.organization_id = ?1 and c.order_id = o.id and c.applied_on <= ?3
                                and (c.released_at is null or RELEASED > ?3)) as balance) b
             where o.organization_id = ?1 and o.invoice_number is not null and o.invoice_date <= ?3
               and (o.cancelled_at is null or CANCELLED > ?3)
               and (cast(?4 as uuid) is null or o.customer_id = cast(?4 as uuid))
               and b.balance > 0
            """.replace("CANCELLED", CANCELLED).replace("RELEASED", RELEASED);

    /** 3 the day; 4 the customer or null; 5, 6 and 7 customer, due date and id of the last row before, or null; 8 how many. */
    static final String OPEN = """
            select o.id, o.order_number, o.invoice_number, o.customer_id, o.customer_name, o.invoice_date, o.due_date,
                   o.total, b.balance
            OF_OPEN
               and (cast(?5 as uuid) is null
                    or (o.customer_id, o.due_date, o.id) > (cast(?5 as uuid), cast(?6 as date), cast(?7 as uuid)))
             order by o.customer_id, o.due_date, o.id
             limit ?8
            """.replace("OF_OPEN", OF_OPEN);

    /** 3 the day, 4 a customer or null. */
    static final String COUNT_OPEN = "select count(*)\n" + OF_OPEN;

    /**
     * 3 and 4 the first and the last day of invoices. A line's net is less its share of the order's discount, which is shared
     * out to the cent as ORD-02 says: rounded down, the cents that are left to the largest remainders.
     */
    static final String TAX = """
            with issued as (
              select o.id, o.subtotal, o.discount_amount, o.shipping_amount, o.shipping_tax_type, o.shipping_tax_rate,
                     o.tax_amount
                from orders.orders o
               where o.organization_id = ?1 and o.invoice_number is not null and o.invoice_date between ?3 and ?4
                 and (o.cancelled_at is null or cast(o.cancelled_at at time zone cast(?2 as text) as date) > ?4)),
            priced as (
              select i.id, l.line_number, l.tax_type, l.tax_rate, l.line_subtotal, l.tax_amount, i.discount_amount,
                     coalesce(div(l.line_subtotal * i.discount_amount * 100, nullif(i.subtotal, 0)), 0) / 100 as share,
                     coalesce(mod(l.line_subtotal * i.discount_amount * 100, nullif(i.subtotal, 0)), 0) as remainder
                from issued i
                join orders.order_line_items l on l.organization_id = ?1 and l.order_id = i.id
               where l.line_type not in ('section', 'note')),
            ranked as (
              select p.*,
                     p.discount_amount - sum(p.share) over (partition by p.id) as left_over,
                     row_number() over (partition by p.id order by p.remainder desc, p.line_number) as place
                from priced p),
            parts as (
              select r.tax_type, r.tax_rate, r.tax_amount as tax,
                     r.line_subtotal - r.share - case when r.place <= r.left_over * 100 then 0.01 else 0 end as net
                from ranked r
              union all
              select i.shipping_tax_type, i.shipping_tax_rate,
                     i.tax_amount - coalesce((select sum(p.tax_amount) from priced p where p.id = i.id), 0),
                     i.shipping_amount
                from issued i where i.shipping_amount > 0)
            select tax_type, tax_rate, sum(net), sum(tax) from parts
             where net <> 0 or tax <> 0
             group by tax_type, tax_rate order by tax_type, tax_rate
            """;

    private LedgerSql() {}
}
