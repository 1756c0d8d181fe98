package io.renoz.products.product;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/lookup}, for scanners. */
@Component
@Path("products/lookup")
public final class LookupResource implements Resource {

    private final Tables tables;
    private final ProductRows rows;
    private final Skus skus;

    @Activate
    public LookupResource(
            @Reference(target = "(domain=products)") Tables tables, @Reference ProductRows rows, @Reference Skus skus) {
        this.tables = tables;
        this.rows = rows;
        this.skus = skus;
    }

    @GET
    @Summary("The product with a sku, whatever its case, or with a barcode")
    @Answers({"not-found", "invalid-parameter"})
    public ProductView find(@QueryParam("sku") @Nullable String sku, @QueryParam("barcode") @Nullable String barcode) {
        if ((sku == null) == (barcode == null)) {
            throw Problem.parameter(sku == null ? "sku" : "barcode", "Either sku or barcode is needed.");
        }
        return bySku(sku).or(() -> byBarcode(barcode)).orElseThrow(() -> Problem.notFound("product"));
    }

    private Optional<ProductView> bySku(@Nullable String sku) {
        return Optional.ofNullable(sku)
                .map(String::strip)
                .map(text -> skus.holders(List.of(text)).get(Skus.key(text)))
                .map(this::view);
    }

    private Optional<ProductView> byBarcode(@Nullable String barcode) {
        return Optional.ofNullable(barcode)
                .flatMap(code -> tables.findBy(Product.class, "barcode", code.strip()))
                .map(product -> view(product.id()));
    }

    private ProductView view(UUID id) {
        return rows.rows().get(id);
    }
}
