package io.renoz.products.price;

import io.renoz.data.Page;
import io.renoz.products.Permissions;
import io.renoz.products.api.PriceRequest;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/prices}: a question, for all that its body is large. */
@Component
@Path("products/prices")
public final class PricesResource implements Resource {

    /**
     * What is asked.
     *
     * @param date today when left out
     */
    public record Questions(
            @Nullable UUID customerId,
            @Nullable LocalDate date,
            @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull Line> lines) {}

    /**
     * One of them.
     *
     * @param quantity 1 when left out
     * @param options optional components chosen, for a bundle priced by its components
     */
    public record Line(
            @NotNull UUID productId,
            @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            @Nullable @Size(max = 100) List<@NotNull UUID> options) {

        public Line {
            quantity = quantity == null ? BigDecimal.ONE : quantity;
        }
    }

    private final Pricing pricing;
    private final Buyers buyers;

    @Activate
    public PricesResource(@Reference Pricing pricing, @Reference Buyers buyers) {
        this.pricing = pricing;
        this.buyers = buyers;
    }

    @POST
    @Allow(Permissions.READ)
    @Summary("Prices of up to 200 lines at once, in the order asked for")
    @Answers({"not-found", "invalid-parameter"})
    public Page<PriceView> ask(Questions questions) {
        buyers.require(questions.customerId);
        LocalDate day = questions.date == null ? buyers.today() : questions.date;
        List<PriceRequest> requests = questions.lines.stream()
                .map(line -> new PriceRequest(
                        line.productId,
                        questions.customerId,
                        line.quantity,
                        day,
                        line.options == null ? Set.of() : Set.copyOf(line.options)))
                .toList();
        return Page.of(pricing.resolveAll(requests).stream().map(PriceView::of).toList());
    }
}
