package io.renoz.suppliers.price;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.suppliers.References;
import io.renoz.suppliers.api.SupplierSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.persistence.FlushModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes prices of suppliers. */
@Component(service = PriceListing.class)
public final class PriceListing {

    private final Tables tables;
    private final Rows<SupplierPrice, PriceInput, PriceView> prices;
    private final References references;
    private final PriceLedger ledger;

    @Activate
    public PriceListing(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference References references,
            @Reference PriceLedger ledger) {
        this.tables = tables;
        this.references = references;
        this.ledger = ledger;
        this.prices = tables.of(SupplierPrice.class)
                .filter("supplierId", "productId", "status", "isPreferredPrice", "expiryDate")
                .search("supplierProductCode", "supplierProductName")
                .sort("productId", "effectivePrice", "effectiveDate", "expiryDate")
                .byName(PriceInput.class, PriceView.class);
    }

    Rows<SupplierPrice, PriceInput, PriceView> rows() {
        return prices;
    }

    List<PriceView> add(List<PriceInput> inputs) {
        Map<UUID, SupplierSummary> suppliers =
                references.suppliers(inputs.stream().map(PriceInput::supplierId).toList());
        Map<UUID, ProductSummary> products =
                references.products(inputs.stream().map(PriceInput::productId).toList());
        LocalDate today = ledger.today();
        var preferred = new HashSet<UUID>();
        demote(inputs.stream()
                .filter(PriceInput::isPreferredPrice)
                .map(PriceInput::productId)
                .toList());
        return prices.createAll(inputs, (price, input) -> {
            SupplierSummary supplier = References.require(suppliers, price.supplierId, "supplierId");
            ProductSummary product = References.require(products, price.productId, "productId");
            price.complete(supplier.currency(), product.unitOfMeasure(), today);
            price.open(today);
            if (price.isPreferredPrice && !preferred.add(price.productId)) {
                throw Problem.invalid("isPreferredPrice", "A product has one preferred price.");
            }
        });
    }

    PriceView update(UUID id, Patch<PriceInput> patch) {
        tables.lock(SupplierPrice.class, id);
        return prices.update(id, patch, (price, input) -> {
            LocalDate today = ledger.today();
            price.complete(
                    String.valueOf(price.currency),
                    references.products(Set.of(price.productId)).values().stream()
                            .map(ProductSummary::unitOfMeasure)
                            .findFirst()
                            .orElse("each"),
                    today);
            price.keepTo(today);
            if (price.isPreferredPrice) {
                demote(List.of(price.productId), id);
            }
            reprice(price);
        });
    }

    /** SUP-18: a small change of the price holds at once, a great one becomes a request. */
    private void reprice(SupplierPrice price) {
        BigDecimal before = price.effectivePrice;
        BigDecimal after = price.asked();
        if (after.compareTo(before) == 0) {
            return;
        }
        if (ledger.needsDecision(before, after)) {
            var change = new PriceChange();
            change.priceListId = price.id();
            change.newPrice = after;
            change.ask(price.supplierId, before, asker(), ledger.now());
            tables.add(change);
            price.keepPrice(change.id());
        } else {
            price.effectivePrice = after;
            ledger.write(
                    new Moved(
                            price.supplierId,
                            price.productId,
                            price.id(),
                            null,
                            String.valueOf(price.currency),
                            before,
                            after,
                            null),
                    price.id());
        }
    }

    /** Requests are people's. */
    static UUID asker() {
        return Call.user().orElseThrow(() -> Problem.of("forbidden", "A request to change a price is a user's."));
    }

    /** One preferred price a product: the others step down. */
    private void demote(Collection<UUID> products, UUID... except) {
        if (products.isEmpty()) {
            return;
        }
        Set<UUID> staying = Set.of(except);
        tables.entities()
                .createQuery(
                        "select p from SupplierPrice p where p.productId in :products and p.isPreferredPrice = true",
                        SupplierPrice.class)
                .setParameter("products", products.stream().distinct().toList())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .filter(price -> !staying.contains(price.id()))
                .forEach(price -> price.isPreferredPrice = false);
    }
}
