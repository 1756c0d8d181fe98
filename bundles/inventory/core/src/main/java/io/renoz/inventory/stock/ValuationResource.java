package io.renoz.inventory.stock;

import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.stock.Valuations.Reconciliation;
import io.renoz.inventory.stock.Valuations.Worth;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/valuation} */
@Component
@Path("valuation")
public final class ValuationResource implements Resource {

    private static final int BATCH = 1000;

    /** Stock of one product, category or location; the id is missing for products without a category. */
    public record Part(@Nullable UUID id, BigDecimal quantity, BigDecimal value) {}

    /**
     * What stock was worth at the end of a day.
     *
     * @param balancesValue value of all balances now
     * @param layersValue value of all open cost layers now
     * @param difference what the two differ by, which is nothing unless something is wrong
     */
    public record Answer(
            LocalDate date,
            BigDecimal value,
            List<Part> products,
            List<Part> categories,
            List<Part> locations,
            BigDecimal balancesValue,
            BigDecimal layersValue,
            BigDecimal difference) {}

    private final Valuations valuations;
    private final Goods goods;
    private final InventoryCalendar calendar;

    @Activate
    public ValuationResource(
            @Reference Valuations valuations, @Reference Goods goods, @Reference InventoryCalendar calendar) {
        this.valuations = valuations;
        this.goods = goods;
        this.calendar = calendar;
    }

    @GET
    @Summary("Value of stock by product, category and location, at the end of a day")
    public Answer get(
            @QueryParam("date") @Nullable LocalDate date,
            @QueryParam("productId") @Nullable UUID productId,
            @QueryParam("locationId") @Nullable UUID locationId) {
        LocalDate day = date == null ? calendar.today() : date;
        if (day.isAfter(calendar.today())) {
            throw Problem.parameter("date", "Nobody knows what stock will be worth.");
        }
        List<Worth> all = valuations.worth(day, productId, locationId);
        Map<UUID, ProductSummary> products = products(all);
        Reconciliation now = valuations.reconciliation();
        return new Answer(
                day,
                all.stream().map(Worth::value).reduce(Amounts.NO_MONEY, BigDecimal::add),
                parts(all, worth -> Optional.of(worth.product())),
                parts(all, worth -> Optional.ofNullable(products.get(worth.product()))
                        .map(ProductSummary::categoryId)),
                parts(all, worth -> Optional.of(worth.location())),
                now.balances(),
                now.layers(),
                now.difference());
    }

    private Map<UUID, ProductSummary> products(List<Worth> all) {
        List<UUID> ids = all.stream().map(Worth::product).distinct().toList();
        var found = new HashMap<UUID, ProductSummary>();
        for (int i = 0; i < ids.size(); i += BATCH) {
            found.putAll(goods.find(ids.subList(i, Math.min(ids.size(), i + BATCH))));
        }
        return found;
    }

    private static List<Part> parts(List<Worth> all, Function<Worth, Optional<UUID>> by) {
        var sums = new LinkedHashMap<Optional<UUID>, Part>();
        for (Worth worth : all) {
            Optional<UUID> id = by.apply(worth);
            sums.merge(
                    id,
                    new Part(id.orElse(null), worth.quantity(), worth.value()),
                    (one, other) -> new Part(
                            one.id(),
                            one.quantity().add(other.quantity()),
                            one.value().add(other.value())));
        }
        return new ArrayList<>(sums.values());
    }
}
