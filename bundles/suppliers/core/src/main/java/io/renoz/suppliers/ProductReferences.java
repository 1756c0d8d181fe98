package io.renoz.suppliers;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.products.api.ProductReferenceHolder;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What of this module names a product: prices, agreements, and lines of purchase orders. */
@Component
public final class ProductReferences implements ProductReferenceHolder {

    private static final String SELECT = List.of(
                    "supplier_price_lists",
                    "supplier_price_history",
                    "price_agreement_items",
                    "purchase_order_items",
                    "purchase_order_amendment_lines")
            .stream()
            .map(table ->
                    "(select count(*) from suppliers." + table + " where organization_id = ?1 and product_id = ?2)")
            .collect(Collectors.joining(" + ", "select ", ""));

    private final Tables tables;

    @Activate
    public ProductReferences(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public int countReferences(UUID productId) {
        Object count = tables.entities()
                .createNativeQuery(SELECT)
                .setParameter(1, Call.tenant())
                .setParameter(2, productId)
                .getSingleResult();
        return ((Number) count).intValue();
    }
}
