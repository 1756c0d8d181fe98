package io.renoz.orders.order;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.orders.Neighbours;
import io.renoz.orders.Shop;
import io.renoz.orders.Together;
import io.renoz.orders.Wire;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.TaxType;
import io.renoz.orders.order.OrderView.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A draft")
class DraftIT {

    private final Shop shop = new Shop();
    private final UUID customer = shop.customer("Solar One");

    private static String json(String text, Object... values) {
        return text.replace('\'', '"').formatted(values);
    }

    @Test
    @DisplayName("ORD-01: 3 x 19.99 less 10 percent comes to 53.97, tax 5.40, line total 59.37")
    void line() {
        UUID thing = shop.shelf.thing("A", "19.99");
        OrderView order = shop.draft(json(
                "{'customerId':'%s','lines':[{'productId':'%s','quantity':3,'discountPercent':10}]}", customer, thing));

        Line line = order.lines().get(0);
        assertThat(line.lineSubtotal()).isEqualByComparingTo("53.97");
        assertThat(line.taxAmount()).isEqualByComparingTo("5.40");
        assertThat(line.lineTotal()).isEqualByComparingTo("59.37");
        assertThat(order.total()).isEqualByComparingTo("59.37");
    }

    @Test
    @DisplayName(
            "ORD-02, ORD-03: order discount, freight and mixed tax come to 166.00; what a caller sends is computed anew")
    void totals() {
        String lines = json(
                "'lines':[{'productId':'%s','quantity':1},{'productId':'%s','quantity':1}]",
                shop.shelf.thing("A", "100.00"), shop.shelf.taxFree("B", "50.00"));
        OrderView order = shop.draft(
                json("{'customerId':'%s','discountPercent':10,'shippingAmount':20,'total':1,'subtotal':2,", customer)
                        + lines + "}");

        assertThat(order.discountAmount()).isEqualByComparingTo("15.00");
        assertThat(order.taxAmount()).isEqualByComparingTo("11.00");
        assertThat(order.total()).isEqualByComparingTo("166.00");
        assertThat(order.balanceDue()).isEqualByComparingTo("166.00");
        assertInvalid(() -> shop.draft(
                        json("{'customerId':'%s','strictTotals':true,'total':165.99,", customer) + lines + "}"))
                .isEqualTo("/total");
    }

    @Test
    @DisplayName("ORD-02: another currency than the organization's is refused")
    void currency() {
        assertRefused(() -> shop.draft(json("{'customerId':'%s','currency':'EUR'}", customer)))
                .isEqualTo("unsupported-currency");
    }

    @Test
    @DisplayName("ORD-04: prices are the customer's of the day unless the caller says one, and a low one is warned of")
    void prices() {
        UUID found = shop.shelf.thing("A", "10.00");
        UUID agreed = shop.shelf.thing("B", "10.00");
        shop.shelf.agreed.put(customer, Map.of(agreed, new BigDecimal("8.00")));
        shop.shelf.floors.put(found, new BigDecimal("9.00"));
        OrderView order = shop.draft(json(
                "{'customerId':'%s','lines':[{'productId':'%s','quantity':1},{'productId':'%s','quantity':1},"
                        + "{'productId':'%s','quantity':1,'unitPrice':5}]}",
                customer, found, agreed, found));

        assertThat(order.lines()).extracting(Line::priceSource).containsExactly("base", "customer_price", "manual");
        assertThat(order.lines())
                .extracting(line -> line.unitPrice().toPlainString())
                .containsExactly("10.00", "8.00", "5.00");
        assertThat(order.warnings()).hasSize(1);
        assertThat(Objects.requireNonNull(order.warnings()).get(0).lineNumber()).isEqualTo(3);
    }

    @Test
    @DisplayName("ORD-04: quantities are above 0 and whole unless the product allows fractions")
    void quantities() {
        UUID thing = shop.shelf.thing("A", "10.00");
        UUID labour = shop.shelf.labour("H", "80.00");
        String one = "{'customerId':'%s','lines':[{'productId':'%s','quantity':%s}]}";

        assertInvalid(() -> shop.draft(json(one, customer, thing, "0"))).isEqualTo("/lines/0/quantity");
        assertInvalid(() -> shop.draft(json(one, customer, thing, "1.5"))).isEqualTo("/lines/0/quantity");
        assertThat(shop.draft(json(one, customer, labour, "1.5")).total()).isEqualByComparingTo("132.00");
    }

    @Test
    @DisplayName("ORD-04: sections and notes carry no quantity, price or product and add nothing")
    void sections() {
        UUID thing = shop.shelf.thing("A", "10.00");
        assertInvalid(() -> shop.draft(json(
                        "{'customerId':'%s','lines':[{'lineType':'section','productId':'%s','quantity':1,'unitPrice':1}]}",
                        customer, thing)))
                .isEqualTo("/lines/0/productId /lines/0/quantity /lines/0/unitPrice /lines/0/description");

        OrderView order = shop.draft(json(
                "{'customerId':'%s','lines':[{'lineType':'section','description':'Roof'},{'productId':'%s','quantity':1},"
                        + "{'lineType':'note','description':'Mind the dog'}]}",
                customer, thing));
        assertThat(order.total()).isEqualByComparingTo("11.00");
        assertThat(order.lines()).extracting(Line::lineNumber).containsExactly(1, 2, 3);
        assertThat(order.lines().get(0).quantity()).isEqualByComparingTo("0");
    }

    @Test
    void takesFromTheCustomerWhatNobodySays() {
        UUID shipping = shop.address(customer, "shipping");
        OrderView order = shop.draft(customer, shop.shelf.thing("A", "10.00"), 1);

        assertThat(order.orderNumber()).matches("ORD-2026-\\d{5}");
        assertThat(order.customerName()).isEqualTo("Solar One Pty Ltd");
        assertThat(order.orderDate()).isEqualTo(Neighbours.TODAY);
        assertThat(order.paymentTermsDays()).isEqualTo(30);
        assertThat(order.currency()).isEqualTo("AUD");
        assertThat(order.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(order.addresses())
                .extracting(OrderInput.Place::type)
                .containsExactly(OrderAddressType.BILLING, OrderAddressType.SHIPPING);
        assertThat(order.addresses().get(1).customerAddressId()).isEqualTo(shipping);
        assertThat(order.lines().get(0).description()).isEqualTo("The A");
        assertThat(shop.told(order.id())).containsExactly("orders.order.created");
    }

    @Test
    void namesNobodyAndNothingThatIsNotThere() {
        UUID other = shop.address(shop.customer("Other"), "shipping");
        assertInvalid(() -> shop.draft(json("{'customerId':'%s'}", UUID.randomUUID())))
                .isEqualTo("/customerId");
        assertInvalid(() -> shop.draft(customer, UUID.randomUUID(), 1)).isEqualTo("/lines/0/productId");
        assertInvalid(() -> shop.draft(json("{'customerId':'%s','contactId':'%s'}", customer, UUID.randomUUID())))
                .isEqualTo("/contactId");
        assertInvalid(() -> shop.draft(json(
                        "{'customerId':'%s','addresses':[{'type':'shipping','customerAddressId':'%s'}]}",
                        customer, other)))
                .isEqualTo("/addresses/0/customerAddressId");
    }

    @Test
    @DisplayName("ORD-06: a repeat with the same client request id gets the same order; another body is refused")
    void repeated() throws Exception {
        UUID thing = shop.shelf.thing("A", "10.00");
        String body = json(
                "{'customerId':'%s','clientRequestId':'web-1','lines':[{'productId':'%s','quantity':1}]}",
                customer, thing);
        Callable<OrderView> asked = () -> shop.draft(body);
        List<OrderView> made = Together.run(List.of(asked, asked, asked, asked));
        assertThat(made)
                .hasSize(4)
                .extracting(OrderView::id)
                .containsOnly(made.get(0).id());

        var again = shop.organization.call(() -> shop.orders.create(Shop.input(body)));
        assertThat(again.repeated()).isTrue();
        assertThat(shop.organization
                        .read(() -> shop.orders.list(ListQuery.first(10)))
                        .items())
                .hasSize(1);
        assertRefused(() -> shop.draft(body.replace("\"quantity\":1", "\"quantity\":2")))
                .isEqualTo("idempotency-mismatch");
    }

    @Test
    @DisplayName("ORD-06: a change needs the order's version, and raises it once")
    void versions() {
        OrderView order = shop.draft(customer, shop.shelf.thing("A", "10.00"), 1);
        var more = Wire.patch(
                json(
                        "{'lines':[{'id':'%s','productId':'%s','quantity':4}]}",
                        order.lines().get(0).id(),
                        Objects.requireNonNull(order.lines().get(0).productId())),
                OrderInput.class);

        assertRefused(() -> shop.organization.call(() -> shop.orders.update(order.id(), more)))
                .isEqualTo("precondition-required");
        assertRefused(() -> shop.organization.ifMatch(9).call(() -> shop.orders.update(order.id(), more)))
                .isEqualTo("precondition-failed");
        OrderView changed = shop.organization.ifMatch(1).call(() -> shop.orders.update(order.id(), more));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.total()).isEqualByComparingTo("44.00");
        assertThat(changed.balanceDue()).isEqualByComparingTo("44.00");
    }

    @Test
    @DisplayName("ORD-06: a line has the order's version; adding, changing and removing one raises it")
    void singleLines() {
        UUID thing = shop.shelf.thing("A", "10.00");
        UUID other = shop.shelf.thing("B", "25.00");
        UUID order = shop.draft(customer, thing, 1).id();
        LineResource.View added = shop.in(() -> shop.lines
                .create(order, Wire.read(json("{'productId':'%s','quantity':2}", other), LineInput.class))
                .body());
        assertThat(added.version()).isEqualTo(2);
        assertThat(added.lineNumber()).isEqualTo(2);
        assertThat(shop.read(order).total()).isEqualByComparingTo("66.00");

        var patch = Wire.patch(json("{'quantity':1}"), LineInput.class);
        assertRefused(() -> shop.in(() -> shop.lines.update(order, added.id(), patch)))
                .isEqualTo("precondition-required");
        LineResource.View changed =
                shop.organization.ifMatch(2).call(() -> shop.lines.update(order, added.id(), patch));
        assertThat(changed.version()).isEqualTo(3);
        assertThat(shop.read(order).total()).isEqualByComparingTo("38.50");

        shop.organization.run(() -> shop.lines.delete(order, added.id()));
        assertThat(shop.read(order).lines()).hasSize(1);
        assertThat(shop.read(order).total()).isEqualByComparingTo("11.00");
        assertThat(shop.organization
                        .read(() -> shop.lines.list(order, ListQuery.first(10)))
                        .items())
                .hasSize(1);
    }

    @Test
    void replacesLinesAndNumbersThemAnew() {
        UUID thing = shop.shelf.thing("A", "10.00");
        UUID order = shop.draft(json(
                        "{'customerId':'%s','lines':[{'productId':'%s','quantity':1},{'productId':'%s','quantity':2}]}",
                        customer, thing, thing))
                .id();
        OrderView changed = shop.patch(
                order,
                json("{'lines':[{'productId':'%s','quantity':5},{'productId':'%s','quantity':6}]}", thing, thing));

        assertThat(changed.lines()).extracting(Line::lineNumber).containsExactly(1, 2);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.total()).isEqualByComparingTo("121.00");
    }

    @Test
    @DisplayName(
            "ORD-04: another customer or day finds prices anew where nobody had said one; addresses follow the customer")
    void repriced() {
        UUID thing = shop.shelf.thing("A", "10.00");
        UUID other = shop.customer("Cheap Buyer");
        shop.shelf.agreed.put(other, Map.of(thing, new BigDecimal("7.00")));
        OrderView order = shop.draft(json(
                "{'customerId':'%s','lines':[{'productId':'%s','quantity':1},"
                        + "{'productId':'%s','quantity':1,'unitPrice':3}]}",
                customer, thing, thing));
        OrderView changed = shop.patch(order.id(), json("{'customerId':'%s'}", other));

        assertThat(changed.lines())
                .extracting(line -> line.unitPrice().toPlainString())
                .containsExactly("7.00", "3.00");
        assertThat(changed.customerName()).isEqualTo("Cheap Buyer Pty Ltd");
        assertThat(changed.addresses()).hasSize(2);
        assertThat(changed.addresses().get(0).name()).isEqualTo("Cheap Buyer Pty Ltd");
    }

    @Test
    @DisplayName("ORD-07: only drafts are deleted; what is past a draft keeps what was agreed")
    void agreed() {
        UUID thing = shop.shelf.thing("A", "10.00");
        UUID gone = shop.draft(customer, thing, 1).id();
        shop.organization.run(() -> shop.orders.delete(gone));
        assertRefused(() -> shop.read(gone)).isEqualTo("not-found");

        UUID order = shop.draft(customer, thing, 1).id();
        shop.confirm(order);
        assertRefused(() -> shop.organization.run(() -> shop.orders.delete(order)))
                .isEqualTo("invalid-transition");
        var problem = refusal(() -> shop.patch(order, json("{'shippingAmount':5,'discountPercent':1}")));
        assertThat(problem.slug()).isEqualTo("invalid-state");
        assertThat(problem.errors())
                .extracting(error -> error.pointer())
                .containsExactly("/discountPercent", "/shippingAmount");
        assertRefused(() -> shop.in(() -> shop.lines.create(
                        order, Wire.read(json("{'productId':'%s','quantity':1}", thing), LineInput.class))))
                .isEqualTo("invalid-state");
        OrderView noted = shop.patch(
                order, json("{'internalNotes':'Call first','priority':'urgent','promisedDate':'2026-04-01'}"));
        assertThat(noted.internalNotes()).isEqualTo("Call first");
        assertThat(noted.total()).isEqualByComparingTo("11.00");
    }

    @Test
    void isCalculatedWithoutBeingStored() {
        UUID thing = shop.shelf.thing("A", "10.00");
        var sum = shop.in(() -> shop.calculate.calculate(
                Shop.input(json("{'customerId':'%s','lines':[{'productId':'%s','quantity':3}]}", customer, thing))));

        assertThat(sum.total()).isEqualByComparingTo("33.00");
        assertThat(sum.lines().get(0).lineType()).isEqualTo(OrderLineType.ITEM);
        assertThat(sum.lines().get(0).taxType()).isEqualTo(TaxType.GST);
        assertThat(shop.organization
                        .read(() -> shop.orders.list(ListQuery.first(10)))
                        .items())
                .isEmpty();
    }

    @Test
    @DisplayName("Drafting, reading and listing take as many statements with 20 lines as with 1")
    void statements() {
        UUID thing = shop.shelf.thing("A", "10.00");
        long one = counted(() -> shop.draft(lines(thing, 1)));
        long twenty = counted(() -> shop.draft(lines(thing, 20)));
        UUID order = shop.draft(lines(thing, 20)).id();
        long read = counted(() -> shop.read(order));
        long list = counted(() -> shop.organization.read(() -> shop.orders.list(ListQuery.first(50))));
        System.getLogger("statements")
                .log(System.Logger.Level.INFO, "draft {0}, get {1}, list {2}", twenty, read, list);

        assertThat(twenty).isEqualTo(one).isLessThanOrEqualTo(14);
        assertThat(read).isLessThanOrEqualTo(4);
        assertThat(list).isLessThanOrEqualTo(4);
    }

    private String lines(UUID thing, int count) {
        String lines = IntStream.range(0, count)
                .mapToObj(i -> json("{'productId':'%s','quantity':%d}", thing, i + 1))
                .collect(Collectors.joining(","));
        return json("{'customerId':'%s','lines':[", customer) + lines + "]}";
    }

    private static long counted(Runnable work) {
        long before = Shop.PLATFORM.statements();
        work.run();
        return Shop.PLATFORM.statements() - before;
    }

    @Test
    void manyAreMadeAtOnce() {
        UUID thing = shop.shelf.thing("A", "10.00");
        List<OrderInput> inputs = IntStream.range(0, 50)
                .mapToObj(i -> Shop.input(lines(thing, 3)))
                .toList();
        long before = Shop.PLATFORM.statements();
        List<OrderView> made = shop.in(() -> shop.orders.add(inputs));
        assertThat(made).hasSize(50);
        assertThat(Shop.PLATFORM.statements() - before).isLessThanOrEqualTo(14);
    }
}
