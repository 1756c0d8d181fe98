package io.renoz.financial.credit;

import io.renoz.financial.Money;
import java.math.BigDecimal;

/**
 * How much of something, and what it costs.
 *
 * @param net without tax
 */
record Amounts(BigDecimal quantity, BigDecimal net, BigDecimal tax) {

    static final Amounts NONE = new Amounts(BigDecimal.ZERO, Money.ZERO, Money.ZERO);

    Amounts plus(Amounts more) {
        return new Amounts(quantity.add(more.quantity), net.add(more.net), tax.add(more.tax));
    }

    /** With tax. */
    BigDecimal total() {
        return net.add(tax);
    }
}
