package io.renoz.suppliers.purchase.cost;

import io.renoz.data.Tables;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/purchase-orders/{id}/landed-cost} */
@Component
@Path("purchase-orders/{id}/landed-cost")
public final class LandedCostResource implements Resource {

    /**
     * How an order's costs spread over its lines, in the organization's currency.
     *
     * @param goods of all lines, after discounts and before tax
     * @param capitalized costs that raise the value of the stock
     * @param expensed costs that do not
     */
    public record Preview(
            UUID purchaseOrderId,
            String currency,
            BigDecimal goods,
            BigDecimal capitalized,
            BigDecimal expensed,
            List<Line> lines) {}

    /** The same of a line, as if all of it were accepted. */
    public record Line(
            UUID purchaseOrderItemId,
            int lineNumber,
            String productName,
            BigDecimal quantity,
            BigDecimal goods,
            BigDecimal capitalized,
            BigDecimal expensed,
            BigDecimal landedTotal,
            BigDecimal landedUnitCost,
            List<Landing.Share> shares) {

        static Line of(Landing.Line line) {
            BigDecimal quantity = line.item().quantity();
            return new Line(
                    line.item().id(),
                    line.item().lineNumber(),
                    line.item().productName(),
                    quantity,
                    cents(line.goods()),
                    line.capitalized(),
                    line.expensed(),
                    line.value(quantity),
                    line.value(BigDecimal.ONE),
                    line.shares());
        }
    }

    private final Tables tables;
    private final LandedCosts costs;
    private final OrganizationDirectory organizations;

    @Activate
    public LandedCostResource(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference LandedCosts costs,
            @Reference OrganizationDirectory organizations) {
        this.tables = tables;
        this.costs = costs;
        this.organizations = organizations;
    }

    @GET
    @Summary("How costs spread over the lines")
    public Preview get(@PathParam("id") UUID id) {
        Landing landing = costs.of(tables.require(PurchaseOrder.class, id));
        List<Landing.Line> lines = landing.lines();
        return new Preview(
                id,
                organizations.current().currency().getCurrencyCode(),
                cents(sum(lines.stream().map(Landing.Line::goods).toList())),
                sum(lines.stream().map(Landing.Line::capitalized).toList()),
                sum(lines.stream().map(Landing.Line::expensed).toList()),
                lines.stream().map(Line::of).toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.HALF_UP);
    }
}
