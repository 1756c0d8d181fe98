package io.renoz.pipeline.quote;

import io.renoz.event.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is told of quotes beyond their being drafted. */
final class QuoteEvents {

    private QuoteEvents() {}

    /** Something happened to a quote: sent, accepted, rejected, expired. */
    static DomainEvent of(String happening, Quote quote) {
        return of(happening, quote, Map.of("versionNumber", quote.currentVersionNumber, "total", quote.total));
    }

    static DomainEvent converted(Quote quote) {
        return of("converted", quote, Map.of("orderId", String.valueOf(quote.orderId)));
    }

    private static DomainEvent of(String happening, Quote quote, Map<String, Object> payload) {
        var all = new LinkedHashMap<String, Object>(payload);
        all.put("quoteNumber", quote.quoteNumber);
        all.put("customerId", quote.customerId);
        if (quote.opportunityId != null) {
            all.put("opportunityId", quote.opportunityId);
        }
        return new DomainEvent("pipeline.quote." + happening, "quote", quote.id(), all);
    }
}
