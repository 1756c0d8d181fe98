package io.renoz.products.price;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.Locks;
import io.renoz.products.Permissions;
import io.renoz.products.Texts;
import io.renoz.products.product.Product;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Example;
import io.renoz.rest.OneOf;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{parent}/price-tiers} */
@Component
@Path("products/{parent}/price-tiers")
public final class PriceTierResource
        implements PartLists<PriceTierResource.View>, PartCreates<PriceTierResource.Input, PriceTierResource.View> {

    /**
     * What a caller may set: a price, or a percentage off the base price.
     *
     * @param minQuantity 1 when left out
     * @param maxQuantity included; no upper end when left out
     * @param validTo included
     */
    @OneOf({"price", "discountPercent"})
    public record Input(
            @Positive @Digits(integer = 9, fraction = 3) BigDecimal minQuantity,

            @Nullable @Positive @Digits(integer = 9, fraction = 3)
            BigDecimal maxQuantity,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal price,

            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2) @Example("null")
            BigDecimal discountPercent,

            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            Boolean isActive) {

        public Input {
            minQuantity = Texts.scaled(minQuantity == null ? BigDecimal.ONE : minQuantity, 3);
            maxQuantity = Texts.scaled(maxQuantity, 3);
            price = Texts.scaled(price, 2);
            discountPercent = Texts.scaled(discountPercent, 2);
            isActive = isActive == null || isActive;
            Terms.requireOne(price, discountPercent);
            Terms.requireOrder(validFrom, validTo);
            if (maxQuantity != null && maxQuantity.compareTo(minQuantity) < 0) {
                throw Problem.invalid("maxQuantity", "It is below the smallest quantity.");
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID productId,
            BigDecimal minQuantity,
            @Nullable BigDecimal maxQuantity,
            @Nullable BigDecimal price,
            @Nullable BigDecimal discountPercent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            Boolean isActive)
            implements Versioned {}

    private final Tables tables;
    private final PriceLog log;
    private final Rows<PriceTier, Input, View> tiers;

    @Activate
    public PriceTierResource(@Reference(target = "(domain=products)") Tables tables, @Reference PriceLog log) {
        this.tables = tables;
        this.log = log;
        tiers = tables.of(PriceTier.class)
                .filter("isActive")
                .sort("minQuantity")
                .within("productId", Product.class)
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<PriceTier, Input, View> records() {
        return tiers;
    }

    @GET
    @Path("{id}")
    public View get(@PathParam("parent") UUID productId, @PathParam("id") UUID id) {
        return tiers.within(productId).get(id);
    }

    @Override
    @Allow(Permissions.PRICE)
    @Answers("overlapping-tiers")
    public List<View> add(UUID productId, List<Input> inputs) {
        Locks.products(tables, List.of(productId));
        List<PriceTier> others = new ArrayList<>(of(productId));
        return tiers.within(productId).createAll(inputs, (tier, input) -> {
            requireApart(tier, others);
            others.add(tier);
            log.tierChanged(tier, PriceChangeType.TIER_CREATED, Amounts.NONE, tier.amounts());
        });
    }

    @PATCH
    @Path("{id}")
    @Allow(Permissions.PRICE)
    @Answers("overlapping-tiers")
    @Summary("Changes a tier")
    public View update(@PathParam("parent") UUID productId, @PathParam("id") UUID id, Patch<Input> patch) {
        Locks.products(tables, List.of(productId));
        return Locks.unflushed(tables, () -> tiers.within(productId).update(id, patch, (tier, input) -> {
            requireApart(tier, of(productId));
            log.tierChanged(tier, PriceChangeType.TIER_UPDATED, tier.stored(), tier.amounts());
        }));
    }

    @DELETE
    @Path("{id}")
    @Allow(Permissions.PRICE)
    @Summary("Deletes a tier")
    public void delete(@PathParam("parent") UUID productId, @PathParam("id") UUID id) {
        Locks.products(tables, List.of(productId));
        Rows<PriceTier, Input, View> own = tiers.within(productId);
        own.get(id);
        PriceTier tier = tables.require(PriceTier.class, id);
        own.delete(id);
        log.tierChanged(tier, PriceChangeType.TIER_DELETED, tier.stored(), Amounts.NONE);
    }

    private List<PriceTier> of(UUID productId) {
        return tables.entities()
                .createQuery("select t from PriceTier t where t.productId = :product", PriceTier.class)
                .setParameter("product", productId)
                .getResultList();
    }

    /** PRD-05: nobody could find two tiers for the same quantity on the same day. */
    private static void requireApart(PriceTier tier, List<PriceTier> others) {
        for (PriceTier other : others) {
            if (!other.id().equals(tier.id()) && tier.overlaps(other)) {
                String sentence = "The tiers from " + plain(tier) + " and from " + plain(other) + " overlap.";
                throw Problem.of("overlapping-tiers", sentence)
                        .with(List.of(new FieldError("/minQuantity", sentence)))
                        .with(
                                "tiers",
                                List.of(
                                        Map.of("id", tier.id(), "minQuantity", tier.minQuantity),
                                        Map.of("id", other.id(), "minQuantity", other.minQuantity)));
            }
        }
    }

    private static String plain(PriceTier tier) {
        return tier.minQuantity.stripTrailingZeros().toPlainString();
    }
}
