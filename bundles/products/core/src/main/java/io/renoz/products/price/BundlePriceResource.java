package io.renoz.products.price;

import io.renoz.data.Call;
import io.renoz.problem.Problem;
import io.renoz.products.Permissions;
import io.renoz.products.api.PriceRequest;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{id}/bundle-price} */
@Component
@Path("products/{id}/bundle-price")
public final class BundlePriceResource implements Resource {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /**
     * What a bundle costs beside what is in it. Cost and margin are left out for whoever may not know them, and where they
     * are not known.
     *
     * @param componentSum prices of the components, the optional ones only when chosen
     * @param saving sum less price
     * @param savingPercent of the sum; 0 when that is 0
     * @param margin price less cost
     * @param marginPercent of the price
     */
    public record View(
            UUID productId,
            BigDecimal price,
            BigDecimal componentSum,
            BigDecimal saving,
            BigDecimal savingPercent,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal margin,
            @Nullable BigDecimal marginPercent) {}

    private final Pricing pricing;
    private final Buyers buyers;

    @Activate
    public BundlePriceResource(@Reference Pricing pricing, @Reference Buyers buyers) {
        this.pricing = pricing;
        this.buyers = buyers;
    }

    /** PRD-16. */
    @GET
    @Summary("The price of a bundle, the sum of its components, the saving and the margin")
    @Answers({"not-found", "invalid-parameter"})
    public View get(
            @PathParam("id") UUID id,
            @QueryParam("customerId") @Nullable UUID customerId,
            @QueryParam("date") @Nullable String date,
            @QueryParam("options") @Nullable List<UUID> options) {
        buyers.require(customerId);
        var request = new PriceRequest(
                id, customerId, BigDecimal.ONE, buyers.day(date), options == null ? Set.of() : Set.copyOf(options));
        PriceBook book = pricing.book(List.of(request), true);
        Question question = Pricing.question(request, book);
        if (!question.product().bundle()) {
            throw Problem.of("not-found", "The product is no bundle and has no price of one.");
        }
        BigDecimal cost = Call.current().permits(Permissions.COST) ? book.cost(question) : null;
        return view(id, book.answer(question).unitPrice(), book.componentSum(question), cost);
    }

    private static View view(UUID id, BigDecimal price, BigDecimal sum, @Nullable BigDecimal cost) {
        BigDecimal saving = sum.subtract(price);
        BigDecimal margin = cost == null ? null : price.subtract(cost);
        return new View(
                id,
                price,
                sum,
                saving,
                sum.signum() == 0 ? new BigDecimal("0.00") : percent(saving, sum),
                cost,
                margin,
                margin == null || price.signum() == 0 ? null : percent(margin, price));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }
}
