package io.renoz.orders.order;

import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.TaxType;
import io.renoz.orders.order.OrderView.Warning;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.api.UserDirectory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/calculate} */
@Component
@Path("orders/calculate")
public final class CalculateResource implements Resource {

    /** What an order would come to. */
    public record Calculation(
            UUID customerId,
            LocalDate orderDate,
            String currency,
            BigDecimal subtotal,
            BigDecimal discountAmount,
            BigDecimal shippingAmount,
            BigDecimal shippingTaxRate,
            BigDecimal taxAmount,
            BigDecimal total,
            List<CalculatedItem> lines,
            List<Warning> warnings) {}

    /** What one line would come to. */
    public record CalculatedItem(
            int lineNumber,
            OrderLineType lineType,
            @Nullable UUID productId,
            @Nullable String sku,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Nullable String priceSource,
            TaxType taxType,
            BigDecimal taxRate,
            BigDecimal lineSubtotal,
            BigDecimal taxAmount,
            BigDecimal lineTotal) {}

    private final Drafting drafting;
    private final UserDirectory users;

    @Activate
    public CalculateResource(@Reference Drafting drafting, @Reference UserDirectory users) {
        this.drafting = drafting;
        this.users = users;
    }

    @POST
    @Summary("Prices and totals an order without storing anything.")
    @Answers({"unsupported-currency", "module-disabled"})
    public Calculation calculate(OrderInput input) {
        if (input.assignedTo() != null && users.find(input.assignedTo()).isEmpty()) {
            throw Problem.invalid("assignedTo", "There is no such user.");
        }
        var order = Sketch.of(input);
        drafting.complete(order, drafting.look(List.of(input), drafting.today()), false);
        return new Calculation(
                order.customerId,
                order.orderDate,
                order.currency,
                order.subtotal,
                order.discountAmount,
                order.shippingAmount,
                order.shippingTaxRate,
                order.taxAmount,
                order.total,
                order.lines().stream().map(CalculateResource::item).toList(),
                order.warnings == null ? List.of() : order.warnings);
    }

    private static CalculatedItem item(OrderLine line) {
        return new CalculatedItem(
                line.lineNumber,
                line.lineType,
                line.productId,
                line.sku,
                line.description,
                line.quantity,
                line.unitPrice,
                line.priceSource,
                line.taxType,
                line.taxRate,
                line.lineSubtotal,
                line.taxAmount,
                line.lineTotal);
    }
}
