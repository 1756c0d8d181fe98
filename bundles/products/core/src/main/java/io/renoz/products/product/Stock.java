package io.renoz.products.product;

import io.renoz.inventory.api.Availability;
import io.renoz.inventory.api.LocationFilter;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.StockAvailability;
import io.renoz.module.Partners;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What inventory knows of products, while it is on. */
@Component(service = Stock.class)
public final class Stock {

    private static final LocationFilter EVERYWHERE = new LocationFilter(null, null, null);

    private final Partners partners;

    @Activate
    public Stock(@Reference Partners partners) {
        this.partners = partners;
    }

    /** What is on hand of a product in all locations, whether they sell or not; 0 while inventory is off. */
    BigDecimal onHand(UUID product) {
        return partners.find(StockAvailability.class)
                .map(stock -> stock.locations(EVERYWHERE).stream()
                        .map(location -> stock.availableMany(Set.of(product), LocationScope.at(location.id()))
                                .get(product))
                        .filter(Objects::nonNull)
                        .map(Availability::onHand)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .orElse(BigDecimal.ZERO);
    }

    /** Those of the products of which something can be promised. */
    Set<UUID> available(Collection<UUID> products) {
        return products.isEmpty()
                ? Set.of()
                : partners.find(StockAvailability.class)
                        .map(stock -> stock.availableMany(products, LocationScope.sellable()).values().stream()
                                .filter(figures -> figures.available().signum() > 0)
                                .map(figures -> figures.productId())
                                .collect(Collectors.toSet()))
                        .orElse(Set.of());
    }
}
