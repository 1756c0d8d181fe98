package io.renoz.suppliers.purchase.cost;

import static io.renoz.suppliers.purchase.order.InvoiceMatchStatus.MATCHED;
import static io.renoz.suppliers.purchase.order.InvoiceMatchStatus.PRICE_VARIANCE;
import static io.renoz.suppliers.purchase.order.InvoiceMatchStatus.QUANTITY_VARIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.suppliers.purchase.order.InvoiceMatchStatus;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvoiceMatchingTest {

    private static InvoiceMatchStatus compare(String invoice, String value, boolean quantitiesDiffer) {
        return InvoiceMatching.compare(
                new BigDecimal(invoice),
                new BigDecimal(value),
                quantitiesDiffer,
                new BigDecimal("5.00"),
                new BigDecimal("2.00"));
    }

    @Test
    @DisplayName("SUP-19: an invoice matches within the greater of the two tolerances")
    void matchesWithinTolerance() {
        assertThat(compare("105.00", "100.00", false)).isEqualTo(MATCHED);
        assertThat(compare("105.01", "100.00", false)).isEqualTo(PRICE_VARIANCE);
        assertThat(compare("980.00", "1000.00", false)).isEqualTo(MATCHED);
        assertThat(compare("979.99", "1000.00", false)).isEqualTo(PRICE_VARIANCE);
    }

    @Test
    @DisplayName("SUP-19: beyond it, what was not accepted as ordered is to blame first")
    void blamesTheQuantity() {
        assertThat(compare("200.00", "100.00", true)).isEqualTo(QUANTITY_VARIANCE);
    }
}
