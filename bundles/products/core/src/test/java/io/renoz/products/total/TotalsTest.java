package io.renoz.products.total;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Json;
import io.renoz.products.Neighbours;
import io.renoz.products.api.TaxRounding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TotalsTest {

    @Test
    @DisplayName("ORD-03: the setting says where taxes are rounded")
    void roundsAsTheOrganizationSays() {
        var settings = new Neighbours();
        var totals = new Totals(settings);

        assertThat(totals.rounding()).isEqualTo(TaxRounding.LINE);
        settings.put("products", "tax_rounding", new Json("\"document\""));
        assertThat(totals.rounding()).isEqualTo(TaxRounding.DOCUMENT);
    }
}
