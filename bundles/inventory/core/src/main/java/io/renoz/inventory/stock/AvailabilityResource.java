package io.renoz.inventory.stock;

import io.renoz.inventory.Amounts;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.api.Availability;
import io.renoz.inventory.api.LocationScope;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/availability} */
@Component
@Path("availability")
public final class AvailabilityResource implements Resource {

    private static final int MOST = 100;

    /** The figures of one location. */
    public record Here(UUID locationId, BigDecimal onHand, BigDecimal allocated, BigDecimal available) {}

    /**
     * The figures of a product.
     *
     * @param incoming open on purchase orders until the day, or in all
     * @param projected available, more what is incoming, less what reservations wait for
     */
    public record Line(
            UUID productId,
            BigDecimal onHand,
            BigDecimal allocated,
            BigDecimal available,
            BigDecimal incoming,
            BigDecimal projected,
            List<Here> locations) {}

    /** All of them. */
    public record Answer(LocalDate date, List<Line> items) {}

    private final Availabilities availabilities;
    private final InventoryCalendar calendar;

    @Activate
    public AvailabilityResource(@Reference Availabilities availabilities, @Reference InventoryCalendar calendar) {
        this.availabilities = availabilities;
        this.calendar = calendar;
    }

    @GET
    @Summary(
            "What there is of up to 100 products (productIds, separated by commas), by location and in total, at a date")
    public Answer get(
            @QueryParam("productIds") @Nullable String productIds,
            @QueryParam("locationId") @Nullable UUID locationId,
            @QueryParam("date") @Nullable LocalDate date) {
        Set<UUID> products = products(productIds);
        var scope = new LocationScope(locationId);
        Map<UUID, Availability> totals = availabilities.availableMany(products, scope);
        List<Availabilities.AtLocation> figures =
                products.isEmpty() ? List.of() : availabilities.figures(products, scope);
        Map<UUID, BigDecimal> incoming = date == null ? Map.of() : availabilities.incoming(products, date, scope);
        Map<UUID, BigDecimal> waiting = products.isEmpty() ? Map.of() : availabilities.waiting(products);
        List<Line> lines = totals.values().stream()
                .map(total -> {
                    UUID id = total.productId();
                    BigDecimal coming = date == null ? total.incoming() : incoming.getOrDefault(id, Amounts.NO_GOODS);
                    return new Line(
                            id,
                            total.onHand(),
                            total.allocated(),
                            total.available(),
                            coming,
                            total.available().add(coming).subtract(waiting.getOrDefault(id, Amounts.NO_GOODS)),
                            figures.stream()
                                    .filter(one -> one.productId().equals(id))
                                    .map(one ->
                                            new Here(one.locationId(), one.onHand(), one.allocated(), one.available()))
                                    .toList());
                })
                .toList();
        return new Answer(date == null ? calendar.today() : date, lines);
    }

    private static Set<UUID> products(@Nullable String text) {
        var ids = new LinkedHashSet<UUID>();
        if (text == null || text.isBlank()) {
            return ids;
        }
        for (String one : text.split(",", -1)) {
            try {
                ids.add(UUID.fromString(one.strip()));
            } catch (IllegalArgumentException e) {
                throw Problem.parameter("productIds", "These are ids, separated by commas.")
                        .because(e);
            }
        }
        if (ids.size() > MOST) {
            throw Problem.parameter("productIds", "At most " + MOST + " products at once.");
        }
        return ids;
    }
}
