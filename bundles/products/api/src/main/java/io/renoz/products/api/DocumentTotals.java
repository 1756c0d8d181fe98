package io.renoz.products.api;

import org.osgi.annotation.versioning.ProviderType;

/** The one arithmetic of quotes, orders, amendments and credit notes. It asks no database. Thread-safe. */
@ProviderType
public interface DocumentTotals {

    /**
     * ORD-01 to ORD-03: the amounts of the lines and of the whole.
     *
     * @throws io.renoz.problem.Problem {@code validation-failed} where a number of the draft is out of range or an amount gets
     *     too large to be kept, with the pointer {@code /lines/0/quantity} and the like
     */
    CalculatedDocument calculate(DocumentDraft draft);

    /** What the organization's setting says of rounding; needs a call, unlike the arithmetic. */
    TaxRounding rounding();
}
