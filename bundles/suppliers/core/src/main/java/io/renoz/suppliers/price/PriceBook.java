package io.renoz.suppliers.price;

import io.renoz.data.Tables;
import io.renoz.suppliers.api.OfferSource;
import io.renoz.suppliers.price.Market.Listed;
import io.renoz.suppliers.price.Market.Seller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-16: what lines of a purchase order cost. */
@Component(service = PriceBook.class)
public final class PriceBook {

    /** A line without a price; {@code quantity} is more than 0. */
    public record Wanted(UUID productId, BigDecimal quantity) {}

    /**
     * The price of a line.
     *
     * @param unitPrice 0.00 where nobody knows one
     * @param source null where nobody knows a price, which is worth a warning
     * @param priceListId the row of the price list, where it plays a part
     * @param agreementId the agreement, where it plays a part
     */
    public record LinePrice(
            BigDecimal unitPrice,
            @Nullable OfferSource source,
            @Nullable UUID priceListId,
            @Nullable UUID agreementId,
            @Nullable String supplierProductCode,
            @Nullable Integer leadTimeDays) {

        private static final LinePrice UNKNOWN =
                new LinePrice(BigDecimal.ZERO.setScale(2), null, null, null, null, null);

        /** Whether there is a price at all. */
        public boolean known() {
            return source != null;
        }
    }

    private final MarketReader reader;

    @Activate
    public PriceBook(@Reference(target = "(domain=suppliers)") Tables tables) {
        reader = new MarketReader(tables);
    }

    /**
     * The prices of lines of one order, in their order, in four statements whatever their number.
     *
     * @param day the order's
     */
    public List<LinePrice> prices(UUID supplierId, String currency, LocalDate day, List<Wanted> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Market market = read(lines.stream().map(Wanted::productId).toList(), day, supplierId);
        var seller = new Seller(supplierId, currency);
        return lines.stream()
                .map(line -> market.quote(seller, line.productId, line.quantity)
                        .map(PriceBook::price)
                        .orElse(LinePrice.UNKNOWN))
                .toList();
    }

    private static LinePrice price(Market.Quote quote) {
        Listed listed = quote.listed();
        return new LinePrice(
                quote.price(),
                quote.source(),
                listed == null ? null : listed.priceListId(),
                quote.agreementId(),
                listed == null ? null : listed.supplierProductCode(),
                quote.leadTimeDays());
    }

    Market read(Collection<UUID> products, LocalDate day, @Nullable UUID supplier) {
        return reader.read(products, day, supplier);
    }
}
