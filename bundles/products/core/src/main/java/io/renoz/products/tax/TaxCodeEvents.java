package io.renoz.products.tax;

import io.renoz.event.DomainEvent;
import java.util.Map;

/** What is told of tax codes. */
final class TaxCodeEvents {

    private TaxCodeEvents() {}

    static DomainEvent changed(TaxCode code, String change) {
        return new DomainEvent(
                "products.tax-code.changed",
                "tax_code",
                code.id(),
                Map.of("change", change, "code", code.code, "rate", code.rate));
    }
}
