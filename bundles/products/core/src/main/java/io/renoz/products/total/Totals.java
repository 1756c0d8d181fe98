package io.renoz.products.total;

import io.renoz.products.ProductSettings;
import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.DocumentTotals;
import io.renoz.products.api.TaxRounding;
import io.renoz.settings.api.SettingsReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The arithmetic as a service, with what the organization has set of it. */
@Component
public final class Totals implements DocumentTotals {

    private final SettingsReader settings;

    @Activate
    public Totals(@Reference SettingsReader settings) {
        this.settings = settings;
    }

    @Override
    public CalculatedDocument calculate(DocumentDraft draft) {
        return Arithmetic.calculate(draft);
    }

    @Override
    public TaxRounding rounding() {
        return settings.getString(ProductSettings.CATEGORY, ProductSettings.TAX_ROUNDING)
                        .equals(ProductSettings.DOCUMENT)
                ? TaxRounding.DOCUMENT
                : TaxRounding.LINE;
    }
}
