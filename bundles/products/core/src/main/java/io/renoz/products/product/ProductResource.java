package io.renoz.products.product;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products} */
@Component
@Path("products")
public final class ProductResource implements Crud<ProductInput, ProductView> {

    private final ProductRows rows;
    private final Products products;

    @Activate
    public ProductResource(@Reference ProductRows rows, @Reference Products products) {
        this.rows = rows;
        this.products = products;
    }

    @Override
    public Rows<Product, ProductInput, ProductView> records() {
        return rows.rows();
    }

    @Override
    @Answers({"duplicate-sku", "module-disabled"})
    public List<ProductView> add(List<ProductInput> inputs) {
        return products.create(inputs);
    }

    @Override
    @Answers({"duplicate-sku", "module-disabled", "product-in-use"})
    public ProductView update(UUID id, Patch<ProductInput> patch) {
        return products.update(id, patch);
    }

    @Override
    @Answers("product-in-use")
    public void delete(UUID id) {
        products.delete(id);
    }
}
