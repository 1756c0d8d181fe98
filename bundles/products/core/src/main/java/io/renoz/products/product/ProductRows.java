package io.renoz.products.product;

import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products as a collection, for all resources whose answer is a product. */
@Component(service = ProductRows.class)
public final class ProductRows {

    private final Rows<Product, ProductInput, ProductView> rows;

    @Activate
    public ProductRows(@Reference(target = "(domain=products)") Tables tables) {
        rows = table(tables).byName(ProductInput.class, ProductView.class);
    }

    static Table<Product> table(Tables tables) {
        return tables.of(Product.class)
                .filter("status", "type", "categoryId", "brand", "manufacturer")
                .filter("isSellable", "isPurchasable", "isSerialized", "trackInventory")
                .filter("taxCodeId", "preferredSupplierId", "basePrice", "sku", "barcode", "externalRef")
                .filter("createdAt", "updatedAt")
                .search("sku", "name", "barcode", "brand", "model", "manufacturer")
                .sort("name", "sku", "basePrice", "createdAt", "updatedAt");
    }

    Rows<Product, ProductInput, ProductView> rows() {
        return rows;
    }
}
