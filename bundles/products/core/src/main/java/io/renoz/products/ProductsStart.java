package io.renoz.products;

import io.renoz.module.ModuleLifecycle;
import io.renoz.products.product.Skus;
import io.renoz.products.tax.TaxCodes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an organization has from the first day on. */
@Component
public final class ProductsStart implements ModuleLifecycle {

    private final Skus skus;
    private final TaxCodes taxCodes;

    @Activate
    public ProductsStart(@Reference Skus skus, @Reference TaxCodes taxCodes) {
        this.skus = skus;
        this.taxCodes = taxCodes;
    }

    @Override
    public void beforeEnable() {
        skus.register();
        taxCodes.seed();
    }
}
