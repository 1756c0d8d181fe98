package io.renoz.pipeline.quote;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.module.Partners;
import io.renoz.orders.api.NewOrder;
import io.renoz.orders.api.NewOrderLine;
import io.renoz.orders.api.OrderIntake;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.api.TaxType;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.opportunity.Deals;
import io.renoz.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PIP-17: makes orders of accepted quotes. */
@Component(service = Conversion.class)
public final class Conversion {

    private static final String PRICE_SOURCE = "quote";

    private final Tables tables;
    private final QuoteRows rows;
    private final Partners partners;
    private final Deals deals;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Conversion(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference QuoteRows rows,
            @Reference Partners partners,
            @Reference Deals deals,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.rows = rows;
        this.partners = partners;
        this.deals = deals;
        this.events = events;
        this.clock = clock;
    }

    /** Whether there is anybody who takes orders. */
    boolean possible() {
        return partners.find(OrderIntake.class).isPresent();
    }

    /**
     * Makes a draft order of the accepted version, once.
     *
     * @throws Problem {@code invalid-transition}; PIP-18: {@code module-disabled} while orders is off
     */
    void convert(Quote quote) {
        LifeCycle.require(quote, "converted", QuoteStatus.ACCEPTED);
        if (quote.orderId != null) {
            return;
        }
        OrderIntake intake = partners.find(OrderIntake.class)
                .orElseThrow(() -> Problem.of("module-disabled", "Orders are taken by the module orders, which is off.")
                        .with("module", "orders"));
        QuoteVersion accepted = rows.numbered(quote.id(), Objects.requireNonNull(quote.acceptedVersionNumber));
        quote.orderId = intake.createDraft(
                order(quote, accepted), "quote-convert:" + quote.id() + ":" + accepted.versionNumber);
        quote.convertedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        deals.ordered(quote.opportunityId, quote.orderId);
        tables.flush();
        events.publish(QuoteEvents.converted(quote));
    }

    private static NewOrder order(Quote quote, QuoteVersion version) {
        List<NewOrderLine> lines = version.inOrder().stream()
                .filter(item -> item.counted() || !item.lineType.priced())
                .map(Conversion::line)
                .toList();
        return new NewOrder(
                quote.customerId,
                OrderSource.QUOTE,
                quote.contactId,
                quote.customerPoNumber,
                quote.assignedTo,
                quote.id(),
                quote.opportunityId,
                null,
                null,
                null,
                version.discountPercent,
                version.discountFixed,
                version.shippingAmount,
                version.shippingTaxRate.signum() > 0 ? TaxType.GST : TaxType.GST_FREE,
                version.shippingTaxRate,
                quote.billingAddressId,
                quote.siteAddressId,
                null,
                null,
                lines);
    }

    private static NewOrderLine line(QuoteItem item) {
        boolean priced = item.lineType.priced();
        return new NewOrderLine(
                item.lineNumber,
                OrderLineType.valueOf(item.lineType.name()),
                item.productId,
                item.sku,
                item.description,
                item.quantity,
                item.unitOfMeasure,
                priced ? item.unitPrice : null,
                priced ? PRICE_SOURCE : null,
                item.discountPercent,
                item.discountAmount,
                priced ? TaxType.valueOf(item.taxType.name()) : null,
                priced ? item.taxRate : null,
                null,
                null,
                item.notes);
    }
}
