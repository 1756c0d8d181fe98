package io.renoz.pipeline;

import io.renoz.problem.Problem;
import io.renoz.products.api.PriceRequest;
import io.renoz.products.api.PriceResolver;
import io.renoz.products.api.PriceSource;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ProductType;
import io.renoz.products.api.ResolvedPrice;
import io.renoz.products.api.TaxRate;
import io.renoz.products.api.TaxRates;
import io.renoz.products.api.TaxType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The products module as far as quotes ask it. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by reflection, with what the interface gives
public final class Goods {

    /** A product with its price. */
    record Good(
            ProductSummary summary,
            BigDecimal price,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cost) {}

    final Map<UUID, Good> goods = new HashMap<>();
    /** Whether there are tax codes. */
    public boolean taxCodes = true;
    /** How often prices were asked for. */
    public int asked;

    public final ProductCatalog catalog = Played.as(ProductCatalog.class, new Object() {
        Map<UUID, ProductSummary> findAll(Collection<UUID> ids) {
            return ids.stream()
                    .filter(goods::containsKey)
                    .collect(Collectors.toMap(id -> id, id -> good(id).summary()));
        }
    });

    public final PriceResolver prices = Played.as(PriceResolver.class, new Object() {
        List<ResolvedPrice> resolveAll(List<PriceRequest> requests) {
            asked++;
            return requests.stream().map(Goods.this::price).toList();
        }
    });

    public final TaxRates rates = Played.as(TaxRates.class, new Object() {
        TaxRate forType(TaxType type, LocalDate day) {
            if (!taxCodes) {
                throw Problem.notFound("tax code");
            }
            return new TaxRate(new UUID(2, 2), "GST", "GST", type, new BigDecimal("10.00"));
        }
    });

    private Good good(UUID id) {
        return Objects.requireNonNull(goods.get(id));
    }

    private ResolvedPrice price(PriceRequest request) {
        Good good = good(request.productId());
        return new ResolvedPrice(
                request.productId(),
                request.quantity(),
                good.price,
                good.price,
                null,
                PriceSource.BASE,
                null,
                good.floor,
                good.cost,
                good.summary.taxCodeId(),
                good.summary.taxType(),
                good.summary.taxRate());
    }

    void add(UUID id, String sku, String price, @Nullable String floor, @Nullable String cost) {
        var summary = new ProductSummary(
                id,
                sku,
                "Product " + sku,
                null,
                null,
                null,
                ProductType.PHYSICAL,
                ProductStatus.ACTIVE,
                "each",
                true,
                true,
                false,
                true,
                false,
                new BigDecimal(price),
                cost == null ? null : new BigDecimal(cost),
                new UUID(2, 2),
                TaxType.GST,
                new BigDecimal("10.00"),
                null,
                false,
                null,
                null,
                null,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null);
        goods.put(
                id,
                new Good(
                        summary,
                        new BigDecimal(price),
                        floor == null ? null : new BigDecimal(floor),
                        cost == null ? null : new BigDecimal(cost)));
    }
}
