package io.renoz.products.price;

import io.renoz.products.product.Catalog;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{id}/price} */
@Component
@Path("products/{id}/price")
public final class PriceResource implements Resource {

    private final Catalog catalog;
    private final Pricing pricing;
    private final Buyers buyers;

    @Activate
    public PriceResource(@Reference Catalog catalog, @Reference Pricing pricing, @Reference Buyers buyers) {
        this.catalog = catalog;
        this.pricing = pricing;
        this.buyers = buyers;
    }

    @GET
    @Summary("The price for a customer, a quantity and a day, the rule that gave it, and the tax")
    @Answers({"not-found", "not-sellable", "invalid-parameter"})
    public PriceView get(
            @PathParam("id") UUID id,
            @QueryParam("customerId") @Nullable UUID customerId,
            @QueryParam("quantity") @Nullable BigDecimal quantity,
            @QueryParam("date") @Nullable String date) {
        catalog.requireSellable(id);
        buyers.require(customerId);
        return PriceView.of(pricing.resolve(id, customerId, Buyers.quantity(quantity), buyers.day(date)));
    }
}
