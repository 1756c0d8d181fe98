package io.renoz.suppliers.purchase.order;

import io.renoz.inventory.api.StockAvailability;
import io.renoz.module.Partners;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.suppliers.api.SupplierSummary;
import io.renoz.suppliers.price.PriceBook;
import io.renoz.suppliers.price.PriceBook.Wanted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks up what is known around orders that are being written, for all of them at once. */
@Component(service = FactBook.class)
public final class FactBook {

    private static final int AT_ONCE = 1000;

    private final SupplierDirectory suppliers;
    private final ProductCatalog products;
    private final PriceBook prices;
    private final OrganizationDirectory organizations;
    private final Partners partners;
    private final Clock clock;

    @Activate
    public FactBook(
            @Reference SupplierDirectory suppliers,
            @Reference ProductCatalog products,
            @Reference PriceBook prices,
            @Reference OrganizationDirectory organizations,
            @Reference Partners partners,
            @Reference Clock clock) {
        this.suppliers = suppliers;
        this.products = products;
        this.prices = prices;
        this.organizations = organizations;
        this.partners = partners;
        this.clock = clock;
    }

    OrderFacts about(List<OrderInput> orders) {
        OrganizationProfile organization = organizations.current();
        LocalDate today = organization.today(clock);
        Map<UUID, SupplierSummary> known =
                suppliers(orders.stream().map(OrderInput::supplierId).distinct());
        var unpriced = new ArrayList<Wanted>();
        for (OrderInput order : orders) {
            SupplierSummary supplier = known.get(order.supplierId());
            if (supplier != null) {
                unpriced.addAll(OrderFacts.unpriced(
                        supplier.id(),
                        Objects.requireNonNullElse(order.currency(), supplier.currency()),
                        Objects.requireNonNullElse(order.orderDate(), today),
                        order.items()));
            }
        }
        return new OrderFacts(
                organization,
                today,
                known,
                products(orders.stream().flatMap(order -> order.items().stream())),
                unpriced.isEmpty() ? Map.of() : prices.find(unpriced),
                places(orders));
    }

    /** What is known around lines that are added to an order. */
    OrderFacts about(PurchaseOrder order, List<OrderInput.Line> lines) {
        OrganizationProfile organization = organizations.current();
        List<Wanted> unpriced = OrderFacts.unpriced(order.supplierId, order.currency(), order.day(), lines);
        return new OrderFacts(
                organization,
                organization.today(clock),
                suppliers(Stream.of(order.supplierId)),
                products(lines.stream()),
                unpriced.isEmpty() ? Map.of() : prices.find(unpriced),
                Set.of());
    }

    private Map<UUID, SupplierSummary> suppliers(Stream<UUID> ids) {
        return suppliers.findAll(ids.limit(AT_ONCE).toList());
    }

    private Map<UUID, ProductSummary> products(Stream<OrderInput.Line> lines) {
        List<UUID> ids = lines.map(OrderInput.Line::productId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var found = new HashMap<UUID, ProductSummary>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.putAll(products.findAll(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        return found;
    }

    private Set<UUID> places(List<OrderInput> orders) {
        var places = new HashSet<UUID>();
        List<UUID> named = orders.stream()
                .map(OrderInput::shipToLocationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!named.isEmpty()) {
            partners.find(StockAvailability.class).ifPresent(stock -> named.stream()
                    .filter(place -> stock.location(place).isPresent())
                    .forEach(places::add));
        }
        return places;
    }
}
