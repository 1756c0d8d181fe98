package io.renoz.suppliers.price;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import io.renoz.suppliers.References;
import io.renoz.suppliers.api.SupplierOffer;
import io.renoz.suppliers.api.SupplierPricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/price-lists}. A price that was changed, or bought at, is switched off rather than deleted. */
@Component
@Path("price-lists")
public final class PriceListResource implements Crud<PriceInput, PriceView> {

    private static final BigDecimal MOST = new BigDecimal("999999999.999");

    /** Who sells so much of a product on a day, the best offer first. */
    public record Offers(UUID productId, BigDecimal quantity, LocalDate date, List<SupplierOffer> offers) {}

    private final PriceListing listing;
    private final PriceLedger ledger;
    private final References references;
    private final SupplierPricing pricing;

    @Activate
    public PriceListResource(
            @Reference PriceListing listing,
            @Reference PriceLedger ledger,
            @Reference References references,
            @Reference SupplierPricing pricing) {
        this.listing = listing;
        this.ledger = ledger;
        this.references = references;
        this.pricing = pricing;
    }

    @Override
    public Rows<SupplierPrice, PriceInput, PriceView> records() {
        return listing.rows();
    }

    @Override
    @Answers("duplicate-value")
    public List<PriceView> add(List<PriceInput> inputs) {
        return listing.add(inputs);
    }

    @Override
    @Answers({"duplicate-value", "invalid-transition"})
    public PriceView update(UUID id, Patch<PriceInput> patch) {
        return listing.update(id, patch);
    }

    @Override
    @Answers("reference-in-use")
    public void delete(UUID id) {
        listing.rows().delete(id);
    }

    @GET
    @Path("best")
    @Summary("Offers for a product, the best first; for a quantity of 1 today unless said.")
    @Answers("not-found")
    public Offers best(
            @QueryParam("productId") @Nullable UUID productId,
            @QueryParam("quantity") @Nullable BigDecimal quantity,
            @QueryParam("date") @Nullable LocalDate date) {
        if (productId == null) {
            throw Problem.parameter("productId", "Say which product.");
        }
        BigDecimal wanted = quantity == null ? BigDecimal.ONE : quantity;
        if (wanted.signum() <= 0 || wanted.compareTo(MOST) > 0) {
            throw Problem.parameter("quantity", "A quantity is more than 0 and at most " + MOST + ".");
        }
        if (references.products(Set.of(productId)).isEmpty()) {
            throw Problem.notFound("product");
        }
        LocalDate day = date == null ? ledger.today() : date;
        return new Offers(productId, wanted, day, pricing.offers(productId, wanted, day));
    }
}
