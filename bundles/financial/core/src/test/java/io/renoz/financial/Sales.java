package io.renoz.financial;

import io.renoz.data.Ids;
import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.CalculatedLine;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.DraftLine;
import io.renoz.products.api.TaxRounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Customers, and orders as orders itself writes them. */
public final class Sales {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Office office;

    Sales(Office office) {
        this.office = office;
    }

    /** An order that was made, and its lines. */
    public record Sold(UUID id, UUID customer, List<UUID> lines) {

        public UUID line(int index) {
            return lines.get(index);
        }
    }

    /** A line to be sold; rates in percent. */
    public record Line(String quantity, String price, String taxRate) {

        DraftLine draft() {
            return new DraftLine(new BigDecimal(quantity), new BigDecimal(price), null, null, new BigDecimal(taxRate));
        }
    }

    public UUID customer(String name) {
        UUID id = Ids.next();
        office.neighbours.add(id, name);
        office.organization.sql(
                "customers",
                "insert into customers.customers (id, customer_code, name) values (?, ?, ?)",
                id,
                "C" + NUMBER.incrementAndGet(),
                name);
        return id;
    }

    /** Untaxed, in one line, issued today. */
    public Sold of(UUID customer, String total) {
        return order(customer, "confirmed", office.today(), null, "0", new Line("1", total, "0"));
    }

    /** With 10 percent tax, in one line, issued today. */
    public Sold taxed(UUID customer, String net) {
        return order(customer, "confirmed", office.today(), null, "0", new Line("1", net, "10"));
    }

    public Sold draft(UUID customer, String total) {
        return order(customer, "draft", null, null, "0", new Line("1", total, "0"));
    }

    public Sold issued(UUID customer, LocalDate on, String total) {
        return order(customer, "confirmed", on, null, "0", new Line("1", total, "0"));
    }

    /**
     * An order.
     *
     * @param issued day of its invoice; none when null
     * @param discountPercent of the whole order
     */
    public Sold order(
            UUID customer,
            String status,
            @Nullable LocalDate issued,
            @Nullable String discountPercent,
            String freight,
            Line... lines) {
        CalculatedDocument sums = office.totals.calculate(new DocumentDraft(
                Arrays.stream(lines).map(Line::draft).toList(),
                discountPercent == null ? null : new BigDecimal(discountPercent),
                null,
                new BigDecimal(freight),
                BigDecimal.TEN,
                TaxRounding.LINE));
        UUID id = Ids.next();
        int number = NUMBER.incrementAndGet();
        LocalDate day = issued == null ? office.today() : issued;
        boolean draft = status.equals("draft");
        office.organization.sql(
                "orders",
                "insert into orders.orders (id, order_number, customer_id, customer_name, status, order_date,"
                        + " payment_terms_days, currency, subtotal, discount_amount, shipping_amount,"
                        + " shipping_tax_rate, tax_amount, total, balance_due, confirmed_at)"
                        + " values (?, ?, ?, 'Buyer', ?, ?, 30, 'AUD', ?, ?, ?, 10, ?, ?, ?,"
                        + " case when ? then null else now() end)",
                id,
                "ORD-" + number,
                customer,
                status,
                day,
                sums.subtotal(),
                sums.discount(),
                sums.freight(),
                sums.tax(),
                sums.total(),
                sums.total(),
                draft);
        if (issued != null) {
            set(
                    id,
                    "invoice_number = ?, invoice_date = ?, due_date = ?, invoice_status = 'unpaid'",
                    "INV-" + number,
                    issued,
                    issued.plusDays(30));
        }
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < lines.length; i++) {
            ids.add(line(id, i + 1, lines[i], sums.lines().get(i)));
        }
        return new Sold(id, customer, ids);
    }

    private UUID line(UUID order, int number, Line line, CalculatedLine sums) {
        UUID id = Ids.next();
        office.organization.sql(
                "orders",
                "insert into orders.order_line_items (id, order_id, line_number, description, quantity, unit_price,"
                        + " tax_rate, line_subtotal, tax_amount, line_total) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                order,
                number,
                "Item " + number,
                new BigDecimal(line.quantity()),
                new BigDecimal(line.price()),
                new BigDecimal(line.taxRate()),
                sums.subtotal(),
                sums.tax(),
                sums.total());
        return id;
    }

    /** Changes what an order comes to, as an amendment does. */
    public void amend(UUID order, String total) {
        office.organization.sql(
                "orders",
                "update orders.orders set subtotal = ?, total = ?, balance_due = ? - paid_amount - credited_amount"
                        + " where id = ?",
                new BigDecimal(total),
                new BigDecimal(total),
                new BigDecimal(total),
                order);
    }

    public void set(UUID order, String assignment, Object... values) {
        var all = new ArrayList<Object>(Arrays.asList(values));
        all.add(order);
        office.organization.sql("orders", "update orders.orders set " + assignment + " where id = ?", all.toArray());
    }
}
