package io.renoz.products;

import io.renoz.inventory.api.Availability;
import io.renoz.inventory.api.LocationFilter;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.LocationSummary;
import io.renoz.inventory.api.LocationType;
import io.renoz.inventory.api.StockAvailability;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stock that is there because a test says so. */
public final class Shelf implements StockAvailability {

    private static final UUID PLACE = new UUID(7, 7);

    private final Map<UUID, Availability> figures = new HashMap<>();

    public void put(UUID product, String onHand, String available) {
        figures.put(
                product,
                new Availability(
                        product,
                        new BigDecimal(onHand),
                        new BigDecimal(onHand).subtract(new BigDecimal(available)),
                        new BigDecimal(available),
                        BigDecimal.ZERO));
    }

    private Availability of(UUID product) {
        return figures.getOrDefault(
                product, new Availability(product, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @Override
    public BigDecimal available(UUID productId, LocationScope scope) {
        return of(productId).available();
    }

    @Override
    public Map<UUID, Availability> availableMany(Collection<UUID> productIds, LocationScope scope) {
        return productIds.stream().distinct().collect(Collectors.toMap(Function.identity(), this::of));
    }

    @Override
    public BigDecimal projected(UUID productId, LocalDate day) {
        return of(productId).available();
    }

    @Override
    public List<LocationSummary> locations(LocationFilter filter) {
        return List.of(
                new LocationSummary(PLACE, "MAIN", "Warehouse", LocationType.WAREHOUSE, true, true, false, null));
    }

    @Override
    public Optional<LocationSummary> location(UUID locationId) {
        return Optional.empty();
    }

    @Override
    public Optional<LocationSummary> vehicleOf(UUID userId) {
        return Optional.empty();
    }
}
