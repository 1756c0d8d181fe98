package io.renoz.orders.order;

import io.renoz.customers.api.AddressBook;
import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.PostalAddress;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.TaxType;
import io.renoz.problem.Problem;
import io.renoz.products.api.PriceRequest;
import io.renoz.products.api.PriceResolver;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ResolvedPrice;
import io.renoz.products.api.TaxRates;
import io.renoz.settings.api.OrganizationProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What orders that are being drafted need to know of customers, products and prices: read at once for all of them, in a number of
 * queries that does not depend on how many lines they have. For one thread.
 */
final class Lookup {

    /** Goods of a line. */
    record Goods(UUID productId, BigDecimal quantity) {}

    /** What an order will ask for. */
    record Wanted(UUID customerId, LocalDate day, List<Goods> goods) {}

    private final OrganizationProfile organization;
    private final LocalDate today;
    private final AddressBook book;
    private final TaxRates rates;
    private final Map<UUID, CustomerSummary> customers;
    private final Map<UUID, ProductSummary> products;
    private final Map<PriceRequest, ResolvedPrice> prices;
    private final Map<Object, Optional<PostalAddress>> addresses = new HashMap<>();
    private final Map<LocalDate, BigDecimal> gst = new HashMap<>();

    Lookup(
            OrganizationProfile organization,
            LocalDate today,
            AddressBook book,
            TaxRates rates,
            CustomerDirectory customers,
            ProductCatalog catalog,
            PriceResolver resolver,
            List<Wanted> wanted) {
        this.organization = organization;
        this.today = today;
        this.book = book;
        this.rates = rates;
        this.customers = inParts(
                wanted.stream().map(Wanted::customerId).toList(), CustomerDirectory.MOST_IDS, customers::findAll);
        this.products = inParts(
                wanted.stream()
                        .flatMap(one -> one.goods().stream())
                        .map(Goods::productId)
                        .toList(),
                ProductCatalog.MOST_IDS,
                catalog::findAll);
        this.prices = resolved(resolver, wanted);
    }

    private static <V> Map<UUID, V> inParts(
            Collection<UUID> ids, int most, Function<? super Collection<UUID>, ? extends Map<UUID, V>> read) {
        List<UUID> all = ids.stream().filter(Objects::nonNull).distinct().toList();
        var found = new HashMap<UUID, V>();
        for (int from = 0; from < all.size(); from += most) {
            found.putAll(read.apply(all.subList(from, Math.min(all.size(), from + most))));
        }
        return found;
    }

    private Map<PriceRequest, ResolvedPrice> resolved(PriceResolver resolver, List<Wanted> wanted) {
        Set<PriceRequest> requests = new LinkedHashSet<>();
        for (Wanted one : wanted) {
            CustomerSummary customer = customers.get(one.customerId());
            for (Goods goods : one.goods()) {
                if (products.containsKey(goods.productId()) && goods.quantity().signum() > 0) {
                    requests.add(request(goods, customer == null ? null : customer.id(), one.day()));
                }
            }
        }
        var found = new LinkedHashMap<PriceRequest, ResolvedPrice>();
        if (!requests.isEmpty()) {
            List<PriceRequest> asked = new ArrayList<>(requests);
            List<ResolvedPrice> answers = resolver.resolveAll(asked);
            for (int i = 0; i < asked.size(); i++) {
                found.put(asked.get(i), answers.get(i));
            }
        }
        return found;
    }

    private static PriceRequest request(Goods goods, @Nullable UUID customer, LocalDate day) {
        return new PriceRequest(goods.productId(), customer, scaled(goods.quantity()), day);
    }

    private static BigDecimal scaled(BigDecimal quantity) {
        return Objects.requireNonNullElse(Normal.quantity(quantity), quantity);
    }

    LocalDate today() {
        return today;
    }

    String currency() {
        return organization.currency().getCurrencyCode();
    }

    String country() {
        return organization.address().countryCode();
    }

    Optional<CustomerSummary> customer(UUID id) {
        return Optional.ofNullable(customers.get(id));
    }

    Optional<ProductSummary> product(UUID id) {
        return Optional.ofNullable(products.get(id));
    }

    /** The customer's price of the goods on a day, if such a product exists. */
    Optional<ResolvedPrice> price(UUID product, UUID customer, BigDecimal quantity, LocalDate day) {
        return Optional.ofNullable(prices.get(request(new Goods(product, quantity), customer, day)));
    }

    /** Percent: only {@link TaxType#GST} has a rate, that of the day. */
    BigDecimal rate(TaxType type, LocalDate day) {
        return type == TaxType.GST ? gst.computeIfAbsent(day, this::gst) : BigDecimal.ZERO.setScale(2);
    }

    /** An organization without tax codes has its default rate. */
    private BigDecimal gst(LocalDate day) {
        try {
            return rates.forType(io.renoz.products.api.TaxType.GST, day).rate();
        } catch (Problem none) {
            if (!none.slug().equals("not-found")) {
                throw none;
            }
            return organization.defaultTaxRate();
        }
    }

    /** The customer's primary address for something, if it has one. */
    Optional<PostalAddress> primary(UUID customer, OrderAddressType type) {
        AddressType theirs = type == OrderAddressType.BILLING ? AddressType.BILLING : AddressType.SHIPPING;
        return addresses.computeIfAbsent(List.of(customer, type), key -> book.primary(customer, theirs));
    }

    Optional<PostalAddress> address(UUID id) {
        return addresses.computeIfAbsent(id, key -> book.find(id));
    }
}
