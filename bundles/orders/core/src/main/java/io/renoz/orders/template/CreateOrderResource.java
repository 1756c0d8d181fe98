package io.renoz.orders.template;

import io.renoz.data.Tables;
import io.renoz.orders.api.NewOrder;
import io.renoz.orders.api.NewOrderLine;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.order.NewDrafts;
import io.renoz.orders.order.OrderView;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductCatalog;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/templates/{id}/create-order} */
@Component
@Path("templates/{id}/create-order")
public final class CreateOrderResource implements Resource {

    /**
     * For whom and when.
     *
     * @param customerId the template's own when left out
     * @param orderDate today when left out
     */
    public record Order(
            @Nullable UUID customerId,
            @Nullable LocalDate orderDate,
            @Nullable LocalDate requiredDate) {}

    private final Tables tables;
    private final NewDrafts drafts;
    private final ProductCatalog catalog;
    private final Clock clock;

    @Activate
    public CreateOrderResource(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference NewDrafts drafts,
            @Reference ProductCatalog catalog,
            @Reference Clock clock) {
        this.tables = tables;
        this.drafts = drafts;
        this.catalog = catalog;
        this.clock = clock;
    }

    @POST
    @Summary("Drafts an order for a customer from the template.")
    @Answers({"product-not-sellable", "inactive-template"})
    public OrderView create(@PathParam("id") UUID id, Order order) {
        OrderTemplate template = tables.lock(OrderTemplate.class, id);
        template.use(Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
        UUID customer = order.customerId() == null
                ? template.defaultCustomerId().orElseThrow(() -> Problem.invalid("customerId", "Name the customer."))
                : order.customerId();
        requireSellable(template);
        return drafts.open(draft(template, customer, order), draft -> draft.madeFrom(id));
    }

    private void requireSellable(OrderTemplate template) {
        List<OrderTemplateItem> items = template.items();
        List<UUID> ids = items.stream()
                .flatMap(item -> Stream.ofNullable(item.productId))
                .distinct()
                .toList();
        Map<UUID, Problem> refused = ids.isEmpty() ? Map.of() : catalog.unsellable(ids);
        if (!refused.isEmpty()) {
            var errors = new ArrayList<FieldError>();
            for (int i = 0; i < items.size(); i++) {
                UUID product = items.get(i).productId;
                Problem why = product == null ? null : refused.get(product);
                if (why != null) {
                    errors.add(new FieldError("/items/" + i + "/productId", why.detail()));
                }
            }
            throw Problem.of("product-not-sellable", "Not everything in the template is sold any more.")
                    .with("productIds", List.copyOf(refused.keySet()))
                    .with(errors);
        }
    }

    private static NewOrder draft(OrderTemplate template, UUID customer, Order order) {
        return new NewOrder(
                customer,
                OrderSource.TEMPLATE,
                null,
                null,
                null,
                null,
                null,
                order.orderDate(),
                order.requiredDate(),
                template.paymentTermsDays,
                template.discountPercent,
                template.discountFixed,
                template.shippingAmount,
                null,
                null,
                null,
                null,
                template.internalNotes,
                template.customerNotes,
                template.items().stream().map(CreateOrderResource::line).toList());
    }

    private static NewOrderLine line(OrderTemplateItem item) {
        boolean text = item.text();
        return new NewOrderLine(
                item.lineNumber,
                item.lineType,
                item.productId,
                item.sku,
                item.description,
                text ? BigDecimal.ZERO : item.defaultQuantity,
                null,
                text || item.useCurrentPrice ? null : item.fixedUnitPrice,
                text || item.useCurrentPrice ? null : "template",
                item.discountPercent,
                item.discountAmount,
                text || item.useCurrentPrice ? null : item.taxType,
                null,
                null,
                null,
                item.notes);
    }
}
