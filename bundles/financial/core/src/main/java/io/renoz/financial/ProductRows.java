package io.renoz.financial;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.products.api.ProductReferenceHolder;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for the lines of credit notes that name a product. */
@Component
public final class ProductRows implements ProductReferenceHolder {

    private final Tables tables;

    @Activate
    public ProductRows(@Reference(target = "(domain=financial)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public int countReferences(UUID productId) {
        Number count = (Number) tables.entities()
                .createNativeQuery("select count(*) from financial.credit_note_line_items"
                        + " where organization_id = ?1 and product_id = ?2")
                .setParameter(1, Call.tenant())
                .setParameter(2, productId)
                .getSingleResult();
        return count.intValue();
    }
}
