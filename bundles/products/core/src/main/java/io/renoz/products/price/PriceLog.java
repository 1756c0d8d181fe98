package io.renoz.products.price;

import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.products.product.Product;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PRD-07: writes down each change of a price, in the transaction that makes it, and tells of it. */
@Component(service = PriceLog.class)
public final class PriceLog {

    private final Tables tables;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public PriceLog(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.events = events;
        this.clock = clock;
    }

    /** The prices of the product itself; the same value again is no change. */
    public void productChanged(Product product, BigDecimal oldBase, @Nullable BigDecimal oldCost) {
        var changes = new ArrayList<PriceChange>();
        if (!Amounts.same(oldBase, product.basePrice())) {
            changes.add(change(
                    product.id(),
                    PriceChangeType.BASE_PRICE,
                    new Amounts(oldBase, null),
                    new Amounts(product.basePrice(), null)));
        }
        if (!Amounts.same(oldCost, product.costPrice())) {
            changes.add(change(
                    product.id(),
                    PriceChangeType.COST_PRICE,
                    new Amounts(oldCost, null),
                    new Amounts(product.costPrice(), null)));
        }
        keep(product.id(), changes);
    }

    void tierChanged(PriceTier tier, PriceChangeType type, Amounts before, Amounts after) {
        if (!before.same(after)) {
            PriceChange change = change(tier.productId, type, before, after);
            change.tierId = tier.id();
            keep(tier.productId, List.of(change));
        }
    }

    void customerPriceChanged(CustomerPrice price, PriceChangeType type, Amounts before, Amounts after) {
        if (!before.same(after)) {
            PriceChange change = change(price.productId, type, before, after);
            change.customerId = price.customerId;
            change.reason = price.agreementRef;
            keep(price.productId, List.of(change));
        }
    }

    private PriceChange change(UUID product, PriceChangeType type, Amounts before, Amounts after) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        return new PriceChange(product, type, before, after, Call.user().orElse(null), now);
    }

    private void keep(UUID product, List<PriceChange> changes) {
        if (!changes.isEmpty()) {
            changes.forEach(tables::add);
            events.publish(new DomainEvent(
                    "products.price.changed",
                    "product",
                    product,
                    Map.of(
                            "changes",
                            changes.stream()
                                    .map(change -> Coded.of(change.changeType))
                                    .toList())));
        }
    }
}
