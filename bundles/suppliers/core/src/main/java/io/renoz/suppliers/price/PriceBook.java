package io.renoz.suppliers.price;

import io.renoz.data.Tables;
import io.renoz.suppliers.api.SupplierOffer;
import io.renoz.suppliers.price.Market.Seller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-16: what a certain supplier asks for lines of its orders. */
@Component(service = PriceBook.class)
public final class PriceBook {

    /**
     * A line in want of a price.
     *
     * @param quantity more than 0
     * @param day of the order
     */
    public record Wanted(UUID supplierId, UUID productId, BigDecimal quantity, String currency, LocalDate day) {}

    private final MarketReader reader;

    @Activate
    public PriceBook(@Reference(target = "(domain=suppliers)") Tables tables) {
        reader = new MarketReader(tables);
    }

    /**
     * The prices of lines, in five statements a day whatever their number. What the supplier has no price for is left out: it
     * costs 0.00, and that is worth a warning.
     */
    public Map<Wanted, SupplierOffer> find(Collection<Wanted> lines) {
        var found = new HashMap<Wanted, SupplierOffer>();
        Map<LocalDate, List<Wanted>> days = lines.stream().collect(Collectors.groupingBy(Wanted::day));
        days.forEach((day, wanted) -> {
            Market market = reader.read(
                    wanted.stream().map(Wanted::productId).toList(),
                    day,
                    wanted.stream().map(Wanted::supplierId).toList());
            for (Wanted line : new HashSet<>(wanted)) {
                market.offer(new Seller(line.supplierId, line.currency), line.productId, line.quantity)
                        .ifPresent(offer -> found.put(line, offer));
            }
        });
        return found;
    }

    /** What all active suppliers ask for some products. */
    Market market(Collection<UUID> products, LocalDate day) {
        return reader.read(products, day, Set.of());
    }
}
