package io.renoz.orders.template;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.orders.Shop;
import io.renoz.orders.Wire;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.order.OrderView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A template")
class TemplateIT {

    private final Shop shop = new Shop();
    private final UUID customer = shop.customer("Solar One");
    private final UUID thing = shop.shelf.thing("A", "10.00");

    private static String json(String text, Object... values) {
        return text.replace('\'', '"').formatted(values);
    }

    private TemplateResource.View make(String text, Object... values) {
        return shop.in(() -> shop.templates
                .create(Wire.read(json(text, values), TemplateResource.Input.class))
                .body());
    }

    private OrderView order(UUID template, @Nullable UUID whom) {
        return shop.in(() -> shop.createOrder.create(template, new CreateOrderResource.Order(whom, null, null)));
    }

    @Test
    void draftsOrdersWithTodaysPricesOrItsOwn() {
        UUID template = make(
                        "{'name':'Battery','shippingAmount':5,'items':[{'lineType':'section','description':'Parts'},"
                                + "{'productId':'%s','defaultQuantity':2},"
                                + "{'productId':'%s','fixedUnitPrice':3},{'description':'Call-out','fixedUnitPrice':50}]}",
                        thing, thing)
                .id();
        OrderView order = order(template, customer);

        assertThat(order.source()).isEqualTo(OrderSource.TEMPLATE);
        assertThat(order.templateId()).isEqualTo(template);
        assertThat(order.lines())
                .extracting(line -> String.valueOf(line.priceSource()))
                .containsExactly("null", "base", "template", "template");
        assertThat(order.subtotal()).isEqualByComparingTo("73.00");
        assertThat(order.total()).isEqualByComparingTo("85.80");
        TemplateResource.View used = shop.organization.read(() -> shop.templates.get(template));
        assertThat(used.usageCount()).isEqualTo(1);
        assertThat(used.lastUsedAt()).isEqualTo(shop.neighbours.clock.instant());
    }

    @Test
    void needsACustomerAndWhatIsSold() {
        UUID plain =
                make("{'name':'Plain','items':[{'productId':'%s'}]}", thing).id();
        assertInvalid(() -> order(plain, null)).isEqualTo("/customerId");
        UUID own = make("{'name':'Own','defaultCustomerId':'%s','items':[{'productId':'%s'}]}", customer, thing)
                .id();
        assertThat(order(own, null).customerId()).isEqualTo(customer);
        shop.shelf.withdrawn.put(thing, "inactive");
        assertRefused(() -> order(own, null)).isEqualTo("product-not-sellable");
        UUID old = make("{'name':'Old','isActive':false}").id();
        assertRefused(() -> order(old, customer)).isEqualTo("inactive-template");
    }

    @Test
    void isCheckedAndChanged() {
        assertInvalid(() -> make(
                        "{'name':'Bad','defaultCustomerId':'%s','items':[{'useCurrentPrice':true},"
                                + "{'productId':'%s'},{'lineType':'component','description':'x','fixedUnitPrice':1}]}",
                        UUID.randomUUID(), UUID.randomUUID()))
                .isEqualTo("/defaultCustomerId /items/0/fixedUnitPrice /items/0/description"
                        + " /items/1/productId /items/1/description /items/2/lineType");
        TemplateResource.View made =
                make("{'name':'Good','items':[{'productId':'%s'},{'productId':'%s'}]}", thing, thing);
        TemplateResource.View changed = shop.organization
                .ifMatch(1)
                .call(() -> shop.templates.update(
                        made.id(),
                        Wire.patch(
                                json("{'items':[{'productId':'%s','defaultQuantity':7}]}", thing),
                                TemplateResource.Input.class)));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.items()).hasSize(1);
        assertThat(changed.items().get(0).lineNumber()).isEqualTo(1);
    }
}
