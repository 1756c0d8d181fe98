package io.renoz.suppliers.purchase.order;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductSummary;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.suppliers.api.SupplierSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an order needs before it leaves its draft, or the house. */
@Component(service = OrderChecks.class)
public final class OrderChecks {

    private final SupplierDirectory suppliers;
    private final ProductCatalog products;

    @Activate
    public OrderChecks(@Reference SupplierDirectory suppliers, @Reference ProductCatalog products) {
        this.suppliers = suppliers;
        this.products = products;
    }

    /**
     * SUP-02, SUP-04: whether an order can be submitted; what is merely odd becomes a warning.
     *
     * @throws Problem {@code supplier-not-orderable}, {@code exchange-rate-missing}, {@code validation-failed} for an order
     *     without lines, with goods that cannot be bought, or above the supplier's maximum
     */
    public void requireSubmittable(PurchaseOrder order) {
        SupplierSummary supplier = suppliers.requireOrderable(order.supplierId);
        if (order.items.isEmpty()) {
            throw Problem.invalid("items", "An order has at least one line.");
        }
        order.requireRate();
        requireBuyable(order.lines());
        value(order, supplier);
    }

    /** SUP-25: whether an order can be sent. */
    public void requireOrderable(PurchaseOrder order) {
        suppliers.requireOrderable(order.supplierId);
    }

    private void requireBuyable(List<PurchaseOrderItem> lines) {
        List<UUID> ids = lines.stream()
                .map(PurchaseOrderItem::productId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, ProductSummary> known = ids.isEmpty() ? Map.of() : products.findAll(ids);
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < lines.size(); i++) {
            UUID id = lines.get(i).productId();
            ProductSummary product = id == null ? null : known.get(id);
            boolean fine = product != null && product.status() == ProductStatus.ACTIVE && product.isPurchasable();
            if (id != null && !fine) {
                errors.add(new FieldError(
                        "/items/" + i + "/productId", lines.get(i).productName() + " cannot be bought at present."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Limits are in the supplier's currency; an order in another one is not held against them. */
    private static void value(PurchaseOrder order, SupplierSummary supplier) {
        if (!supplier.currency().equals(order.currency)) {
            return;
        }
        BigDecimal value = order.subtotal.subtract(order.discountAmount);
        if (supplier.maximumOrderValue() != null && value.compareTo(supplier.maximumOrderValue()) > 0) {
            throw Problem.invalid(
                    "items",
                    "The order is worth more than the " + supplier.maximumOrderValue() + " that " + supplier.name()
                            + " takes at once.");
        }
        if (supplier.minimumOrderValue() != null && value.compareTo(supplier.minimumOrderValue()) < 0) {
            order.remarks.add("The order is worth less than the " + supplier.minimumOrderValue() + " that "
                    + supplier.name() + " asks for at least.");
        }
    }
}
