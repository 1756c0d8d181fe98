package io.renoz.pipeline.quote;

import io.renoz.customers.api.CustomerSummary;
import io.renoz.data.Coded;
import io.renoz.pipeline.api.TaxType;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.PriceRequest;
import io.renoz.products.api.PriceResolver;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ResolvedPrice;
import io.renoz.products.api.TaxRates;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives lines their prices, costs and taxes: those of many in as few queries as those of one. */
@Component(service = Pricing.class)
public final class Pricing {

    private static final String MANUAL = "manual";
    private static final BigDecimal ONE = new BigDecimal("1.000");
    private static final BigDecimal ZERO = new BigDecimal("0.00");

    /**
     * A line for which a price is wanted.
     *
     * @param pointer where it stands in what was asked, as {@code lines/0}
     * @param day whose prices and tax rates count
     */
    record Ask(String pointer, LineInput line, CustomerSummary customer, LocalDate day) {

        static List<Ask> of(List<LineInput> lines, CustomerSummary customer, LocalDate day) {
            var asks = new ArrayList<Ask>(lines.size());
            for (LineInput line : lines) {
                asks.add(new Ask("lines/" + asks.size(), line, customer, day));
            }
            return asks;
        }

        BigDecimal quantity() {
            return Objects.requireNonNullElse(line.quantity(), ONE);
        }
    }

    private final ProductCatalog catalog;
    private final PriceResolver prices;
    private final TaxRates rates;
    private final OrganizationDirectory organizations;

    @Activate
    public Pricing(
            @Reference ProductCatalog catalog,
            @Reference PriceResolver prices,
            @Reference TaxRates rates,
            @Reference OrganizationDirectory organizations) {
        this.catalog = catalog;
        this.prices = prices;
        this.rates = rates;
        this.organizations = organizations;
    }

    /**
     * All of them, in their order.
     *
     * @throws Problem {@code validation-failed} with every fault
     */
    List<PricedLine> price(List<Ask> asks) {
        Map<UUID, ProductSummary> products = products(asks.stream()
                .map(ask -> ask.line.productId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var errors = new ArrayList<FieldError>();
        asks.forEach(ask -> check(ask, products, errors));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        Map<Ask, ResolvedPrice> resolved = resolve(asks);
        var taxes = new Taxes();
        return asks.stream()
                .map(ask -> ask.line.lineType().priced()
                        ? priced(ask, products.get(ask.line.productId()), resolved.get(ask), taxes)
                        : text(ask))
                .toList();
    }

    private Map<UUID, ProductSummary> products(List<UUID> ids) {
        var found = new HashMap<UUID, ProductSummary>();
        for (int from = 0; from < ids.size(); from += ProductCatalog.MOST_IDS) {
            found.putAll(catalog.findAll(ids.subList(from, Math.min(ids.size(), from + ProductCatalog.MOST_IDS))));
        }
        return found;
    }

    private static void check(Ask ask, Map<UUID, ProductSummary> products, List<FieldError> errors) {
        LineInput line = ask.line;
        String at = "/" + ask.pointer + "/";
        ProductSummary product = products.get(line.productId());
        if (line.productId() != null && product == null) {
            errors.add(new FieldError(at + "productId", "There is no such product."));
        }
        if (line.productId() != null && !line.lineType().priced()) {
            errors.add(new FieldError(at + "productId", "Sections and notes are texts."));
        }
        if (line.description() == null && line.productId() == null) {
            errors.add(new FieldError(at + "description", "A line without a product needs a description."));
        }
        if (line.lineType().priced() && ask.quantity().signum() <= 0) {
            errors.add(new FieldError(at + "quantity", "A quantity is above 0."));
        }
        if (product != null && !product.takes(ask.quantity())) {
            errors.add(new FieldError(at + "quantity", "This product is sold in whole units."));
        }
        if (!line.isOptional() && !line.isSelected()) {
            errors.add(new FieldError(at + "isSelected", "Only an optional line can be left out."));
        }
    }

    private Map<Ask, ResolvedPrice> resolve(List<Ask> asks) {
        List<Ask> wanted = asks.stream()
                .filter(ask -> ask.line.lineType().priced() && ask.line.productId() != null)
                .toList();
        var resolved = new IdentityHashMap<Ask, ResolvedPrice>();
        if (!wanted.isEmpty()) {
            List<ResolvedPrice> found = prices.resolveAll(wanted.stream()
                    .map(ask -> new PriceRequest(
                            Objects.requireNonNull(ask.line.productId()), ask.customer.id(), ask.quantity(), ask.day))
                    .toList());
            for (int i = 0; i < wanted.size(); i++) {
                resolved.put(wanted.get(i), found.get(i));
            }
        }
        return resolved;
    }

    /** The lowest prices without approval of the products that have one. */
    Map<UUID, BigDecimal> floors(Collection<UUID> productIds, UUID customer, LocalDate day) {
        var floors = new HashMap<UUID, BigDecimal>();
        List<UUID> known = productIds.isEmpty()
                ? List.of()
                : List.copyOf(products(List.copyOf(productIds)).keySet());
        if (!known.isEmpty()) {
            prices.resolveAll(known.stream()
                            .map(id -> new PriceRequest(id, customer, BigDecimal.ONE, day))
                            .toList())
                    .forEach(price -> {
                        if (price.floor() != null) {
                            floors.put(price.productId(), price.floor());
                        }
                    });
        }
        return floors;
    }

    private static PricedLine text(Ask ask) {
        return new PricedLine(
                ask.line,
                ask.line.sku(),
                Objects.requireNonNull(ask.line.description()),
                new BigDecimal("0.000"),
                null,
                ZERO,
                null,
                null,
                null,
                TaxType.GST_FREE,
                ZERO);
    }

    private PricedLine priced(Ask ask, @Nullable ProductSummary product, @Nullable ResolvedPrice price, Taxes taxes) {
        LineInput line = ask.line;
        BigDecimal asked = line.unitPrice();
        ResolvedPrice taken =
                price != null && (asked == null || asked.compareTo(price.unitPrice()) == 0) ? price : null;
        TaxType type = type(ask, price);
        return new PricedLine(
                line,
                line.sku() != null || product == null ? line.sku() : product.sku(),
                line.description() != null || product == null
                        ? Objects.requireNonNull(line.description())
                        : product.name(),
                ask.quantity(),
                line.unitOfMeasure() != null || product == null ? line.unitOfMeasure() : product.unitOfMeasure(),
                taken == null ? Objects.requireNonNullElse(asked, ZERO) : taken.unitPrice(),
                taken == null ? MANUAL : Coded.of(taken.source()),
                price == null ? null : price.unitCost(),
                price == null ? null : price.floor(),
                type,
                price != null && type == own(price) ? price.taxRate() : taxes.rate(type, ask.day));
    }

    /** The type that was asked for, else the product's; a customer who is exempt pays no tax. */
    private static TaxType type(Ask ask, @Nullable ResolvedPrice price) {
        if (ask.line.taxType() != null) {
            return ask.line.taxType();
        }
        TaxType own = price == null ? TaxType.GST : own(price);
        return own == TaxType.GST && ask.customer.taxExempt() ? TaxType.GST_FREE : own;
    }

    private static TaxType own(ResolvedPrice price) {
        return TaxType.valueOf(price.taxType().name());
    }

    /** Rates of what is no product, each asked for once. */
    private final class Taxes {

        private final Map<LocalDate, BigDecimal> gst = new HashMap<>();

        BigDecimal rate(TaxType type, LocalDate day) {
            return type == TaxType.GST ? gst.computeIfAbsent(day, this::onThat) : ZERO;
        }

        /** An organization without tax codes has a rate of its own. */
        private BigDecimal onThat(LocalDate day) {
            try {
                return rates.forType(io.renoz.products.api.TaxType.GST, day).rate();
            } catch (Problem problem) {
                if (!problem.slug().equals("not-found")) {
                    throw problem;
                }
                return organizations.current().defaultTaxRate();
            }
        }
    }
}
