package io.renoz.suppliers.price;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.suppliers.api.SupplierOffer;
import io.renoz.suppliers.api.SupplierPricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What suppliers ask for products, as other modules meet it. */
@Component
public final class SupplierPrices implements SupplierPricing {

    private static final String LAST_PAID = """
            select distinct on (i.product_id) i.product_id,
                   round(i.line_subtotal / i.quantity * coalesce(o.exchange_rate, 1), 2)
              from suppliers.purchase_order_items i
              join suppliers.purchase_orders o on o.organization_id = i.organization_id and o.id = i.purchase_order_id
             where i.organization_id = ?1 and i.product_id = any (cast(?2 as uuid[])) and o.deleted_at is null
               and o.status in ('ordered', 'partial_received', 'received', 'closed')
             order by i.product_id, o.order_date desc, o.id desc
            """;

    private final Tables tables;
    private final PriceBook book;
    private final OrganizationDirectory organizations;

    @Activate
    public SupplierPrices(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference PriceBook book,
            @Reference OrganizationDirectory organizations) {
        this.tables = tables;
        this.book = book;
        this.organizations = organizations;
    }

    @Override
    public Optional<SupplierOffer> bestOffer(UUID productId, BigDecimal quantity, LocalDate day) {
        return offers(productId, quantity, day).stream().findFirst();
    }

    @Override
    public Map<UUID, SupplierOffer> bestOffers(Map<UUID, BigDecimal> quantities, LocalDate day) {
        requireFew(quantities.size());
        var best = new LinkedHashMap<UUID, SupplierOffer>();
        if (!quantities.isEmpty()) {
            Market market = book.market(quantities.keySet(), day);
            Comparator<SupplierOffer> order = order();
            quantities.forEach((product, quantity) -> offers(market, product, quantity, order).stream()
                    .findFirst()
                    .ifPresent(offer -> best.put(product, offer)));
        }
        return best;
    }

    @Override
    public List<SupplierOffer> offers(UUID productId, BigDecimal quantity, LocalDate day) {
        return offers(book.market(Set.of(productId), day), productId, quantity, order());
    }

    private static List<SupplierOffer> offers(
            Market market, UUID product, BigDecimal quantity, Comparator<SupplierOffer> order) {
        return market.sellers(product).stream()
                .flatMap(seller -> market.offer(seller, product, quantity).stream())
                .sorted(order)
                .toList();
    }

    /** Preferred ones, then those in our currency, then the cheapest, then the fastest; ids settle the rest. */
    private Comparator<SupplierOffer> order() {
        String ours = organizations.current().currency().getCurrencyCode();
        return Comparator.comparing((SupplierOffer offer) -> !offer.preferred())
                .thenComparing(offer -> !offer.currency().equals(ours))
                .thenComparing(SupplierOffer::unitPrice)
                .thenComparing(SupplierOffer::leadTimeDays, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(SupplierOffer::supplierId);
    }

    @Override
    public Optional<BigDecimal> lastPurchasePrice(UUID productId) {
        return Optional.ofNullable(lastPurchasePrices(Set.of(productId)).get(productId));
    }

    @Override
    public Map<UUID, BigDecimal> lastPurchasePrices(Collection<UUID> productIds) {
        requireFew(productIds.size());
        var prices = new LinkedHashMap<UUID, BigDecimal>();
        List<?> rows = tables.entities()
                .createNativeQuery(LAST_PAID)
                .setParameter(1, Call.tenant())
                .setParameter(2, productIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        for (Object row : rows) {
            var columns = (Object[]) row;
            prices.put((UUID) columns[0], (BigDecimal) columns[1]);
        }
        return prices;
    }

    private static void requireFew(int products) {
        if (products > MOST_IDS) {
            throw new IllegalArgumentException("At most " + MOST_IDS + " products at once.");
        }
    }
}
