package io.renoz.suppliers.price;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.SettingsReader;
import io.renoz.suppliers.SuppliersSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-18: writes down every change of a price and tells of it, and knows which of them somebody has to decide on. */
@Component(service = PriceLedger.class)
public final class PriceLedger {

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public PriceLedger(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference SettingsReader settings,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    LocalDate today() {
        return organizations.current().today(clock);
    }

    Instant now() {
        return Instant.now(clock);
    }

    /** Whether a change goes so far, up or down, that it needs a decision. */
    boolean needsDecision(BigDecimal before, BigDecimal after) {
        return Prices.beyond(
                before,
                after,
                settings.getDecimal(SuppliersSettings.CATEGORY, SuppliersSettings.PRICE_APPROVAL_PERCENT));
    }

    void write(Moved moved, @Nullable UUID record) {
        tables.add(new PriceHistory(moved, today(), Call.user().orElse(null), now()));
        var payload = new LinkedHashMap<String, Object>();
        payload.put("supplierId", moved.supplierId());
        payload.put("productId", moved.productId());
        payload.put("currency", moved.currency());
        payload.put("previousPrice", moved.before());
        payload.put("newPrice", moved.after());
        events.publish(new DomainEvent(
                "suppliers.price.changed", "supplier_price", record == null ? moved.productId() : record, payload));
    }
}
