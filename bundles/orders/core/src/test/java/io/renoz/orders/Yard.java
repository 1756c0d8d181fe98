package io.renoz.orders;

import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.document.PdfDocument;
import io.renoz.document.PdfRenderer;
import io.renoz.document.RenderedPdf;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.fulfilment.Shares;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.order.Progress;
import io.renoz.orders.order.Reserving;
import io.renoz.orders.order.Settlement;
import io.renoz.orders.payment.Books;
import io.renoz.orders.payment.Dates;
import io.renoz.settings.sequence.Sequences;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Orders as they are once confirmed, over a real database and in an organization of its own. */
public final class Yard {

    public static final TestPlatform PLATFORM = TestPlatform.shared();
    public static final Tables TABLES = PLATFORM.tables("orders");

    /** A line to be sold: at 10 percent tax, whole units. */
    public record Sold(int quantity, String price, boolean goods, boolean serialized) {

        public static Sold goods(int quantity, String price) {
            return new Sold(quantity, price, true, false);
        }

        public static Sold units(int quantity, String price) {
            return new Sold(quantity, price, true, true);
        }

        public static Sold work(int quantity, String price) {
            return new Sold(quantity, price, false, false);
        }
    }

    public final Organization organization = PLATFORM.organization();
    public final Surroundings around = new Surroundings();
    public final Warehouse warehouse = new Warehouse();
    public final OrderSequences sequences = new OrderSequences(new Sequences(
            PLATFORM.tables("settings"),
            PLATFORM.transactions(),
            around,
            around.clock,
            PLATFORM.databases().module("settings")));
    public final PeriodLock lock = new PeriodLock(around);
    public final Dates dates = new Dates(lock, around, around.clock);
    public final Settlement settlement = new Settlement(TABLES, around, around.clock);
    public final Books books = new Books(TABLES, settlement, PLATFORM.events());
    public final Progress progress = new Progress(PLATFORM.events(), around, around.clock);
    public final Reserving reserving = new Reserving(around.partners, around, around, new Shares(TABLES));
    public final OrderRows orders = new OrderRows(TABLES);
    /** What was rendered, the newest last. */
    public final List<PdfDocument> rendered = new ArrayList<>();

    public final UUID customer = Ids.next();
    private final UUID taxCode = Ids.next();
    private int number;

    public Yard() {
        organization.sql(
                "customers",
                "insert into customers.customers (id, customer_code, name) values (?, 'C-1', 'Acme')",
                customer);
        organization.sql(
                "products",
                "insert into products.tax_codes (id, code, name, rate) values (?, 'GST', 'GST', 10)",
                taxCode);
        organization.run(sequences::beforeEnable);
    }

    /** The organization keeps stock from now on. */
    public Warehouse keepStock() {
        around.services.add(warehouse);
        return warehouse;
    }

    /** Takes whatever is to be printed, and gives something that looks like it. */
    public PdfRenderer printer() {
        return document -> {
            rendered.add(document);
            String text = "%PDF-1.4\n" + document.title() + document.data() + document.dated();
            return new RenderedPdf(text.getBytes(StandardCharsets.UTF_8), List.of());
        };
    }

    /** A product that is kept in stock, or work. */
    public UUID product(Sold line) {
        UUID id = Ids.next();
        organization.sql(
                "products",
                "insert into products.products (id, sku, name, type, is_serialized, track_inventory, tax_code_id)"
                        + " values (?, ?, 'Product', ?, ?, ?, ?)",
                id,
                "SKU-" + id,
                line.goods ? "physical" : "service",
                line.serialized,
                line.goods,
                taxCode);
        around.add(id, line.serialized, line.goods);
        return id;
    }

    /** An order in that state, of the customer, without discount and freight. */
    public UUID order(OrderStatus status, Sold... lines) {
        UUID id = Ids.next();
        String name = "ORD-T-" + ++number;
        BigDecimal subtotal = BigDecimal.ZERO.setScale(2);
        BigDecimal tax = subtotal;
        for (Sold line : lines) {
            subtotal = subtotal.add(net(line));
            tax = tax.add(tax(line));
        }
        organization.sql(
                "orders",
                "insert into orders.orders (id, order_number, customer_id, customer_name, status, order_date, currency,"
                        + " subtotal, tax_amount, total, balance_due, confirmed_at, cancelled_at)"
                        + " values (?, ?, ?, 'Acme Pty Ltd', ?, date '2026-03-01', 'AUD', ?, ?, ?, ?,"
                        + " case when ? then timestamptz '2026-03-01T00:00Z' end,"
                        + " case when ? then timestamptz '2026-03-02T00:00Z' end)",
                id,
                name,
                customer,
                status.name().toLowerCase(java.util.Locale.ROOT),
                subtotal,
                tax,
                subtotal.add(tax),
                subtotal.add(tax),
                status != OrderStatus.DRAFT,
                status == OrderStatus.CANCELLED);
        for (int i = 0; i < lines.length; i++) {
            line(id, i + 1, lines[i]);
        }
        return id;
    }

    private static BigDecimal net(Sold line) {
        return new BigDecimal(line.price)
                .multiply(BigDecimal.valueOf(line.quantity))
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal tax(Sold line) {
        return net(line).multiply(new BigDecimal("0.10")).setScale(2, RoundingMode.HALF_UP);
    }

    private void line(UUID order, int at, Sold line) {
        organization.sql(
                "orders",
                "insert into orders.order_line_items (order_id, line_number, product_id, description, quantity, unit_price,"
                        + " tax_rate, line_subtotal, tax_amount, line_total, is_shippable, is_serialized)"
                        + " values (?, ?, ?, ?, ?, ?, 10, ?, ?, ?, ?, ?)",
                order,
                at,
                product(line),
                "Line " + at,
                BigDecimal.valueOf(line.quantity),
                new BigDecimal(line.price),
                net(line),
                tax(line),
                net(line).add(tax(line)),
                line.goods,
                line.serialized);
    }

    /** A confirmed order over that total, of work. */
    public UUID owing(String total) {
        UUID id = order(OrderStatus.CONFIRMED);
        owe(id, total);
        return id;
    }

    /** Gives an order without lines a total. */
    public void owe(UUID order, String total) {
        organization.sql(
                "orders",
                "update orders.orders set subtotal = ?, total = ?, balance_due = ? - paid_amount - credited_amount where id = ?",
                new BigDecimal(total),
                new BigDecimal(total),
                new BigDecimal(total),
                order);
    }

    /** Gives an order its addresses. */
    public UUID addressed(UUID order) {
        for (String type : List.of("billing", "shipping")) {
            organization.sql(
                    "orders",
                    "insert into orders.order_addresses (order_id, type, name, street1, city, postcode, country)"
                            + " values (?, ?, 'Acme Pty Ltd', '1 High St', 'Sydney', '2000', 'AU')",
                    order,
                    type);
        }
        return order;
    }

    public OrderView read(UUID order) {
        return organization.read(() -> orders.rows().get(order));
    }

    /** The id of a line by its number, from 1. */
    public UUID line(UUID order, int at) {
        return read(order).lines().get(at - 1).id();
    }

    /** The product of a line by its number, from 1. */
    public UUID productOf(UUID order, int at) {
        return Objects.requireNonNull(read(order).lines().get(at - 1).productId());
    }

    /** Reserves what an order wants. */
    public void reserve(UUID order) {
        organization.run(() -> {
            reserving.reserve(TABLES.lock(Order.class, order));
            TABLES.flush();
        });
    }

    /** A user of the organization. */
    public UUID hired() {
        UUID id = Ids.next();
        organization.sql(
                "users", "insert into users.users (id, email, name) values (?, ?, 'Tess Ter')", id, id + "@test");
        return id;
    }

    /** Names of the events that were told of a record, in order. */
    public List<String> told(UUID record) {
        return PLATFORM.published().stream()
                .filter(event -> event.aggregateId().equals(record))
                .map(event -> event.name())
                .toList();
    }
}
