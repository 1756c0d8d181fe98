package io.renoz.suppliers.purchase.order;

import io.renoz.data.Coded;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.suppliers.Currencies;
import io.renoz.suppliers.api.SupplierOffer;
import io.renoz.suppliers.api.SupplierStatus;
import io.renoz.suppliers.api.SupplierSummary;
import io.renoz.suppliers.price.PriceBook.Wanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known around some orders that are being written.
 *
 * @param places locations that there are, of those the orders name
 */
record OrderFacts(
        OrganizationProfile organization,
        LocalDate today,
        Map<UUID, SupplierSummary> suppliers,
        Map<UUID, ProductSummary> products,
        Map<Wanted, SupplierOffer> prices,
        Set<UUID> places) {

    private static final PurchaseTotals.LineAmounts NOTHING = new PurchaseTotals.LineAmounts(
            BigDecimal.ZERO.setScale(2), BigDecimal.ZERO.setScale(2), BigDecimal.ZERO.setScale(2));

    /** SUP-01, SUP-16: gives an order and its lines what its caller left out, and what has to be computed. */
    void complete(PurchaseOrder order) {
        SupplierSummary supplier = supplier(order);
        order.supplierName = supplier.name();
        order.orderDate = Objects.requireNonNullElse(order.orderDate, today);
        order.currency = Objects.requireNonNullElse(order.currency, supplier.currency());
        if (!Currencies.known(order.currency)) {
            throw Problem.invalid("currency", "There is no such currency.");
        }
        order.paymentTerms = Objects.requireNonNullElse(order.paymentTerms, supplier.paymentTerms());
        order.paymentDueDate = order.paymentTerms.due(order.orderDate);
        if (order.requiredDate != null && order.requiredDate.isBefore(order.orderDate)) {
            throw Problem.invalid("requiredDate", "Goods cannot be needed before they are ordered.");
        }
        if (order.expectedDeliveryDate == null && supplier.leadTimeDays() != null) {
            order.expectedDeliveryDate = order.orderDate.plusDays(supplier.leadTimeDays());
        }
        exchange(order);
        if (order.shipToLocationId != null && !places.contains(order.shipToLocationId)) {
            throw Problem.invalid("shipToLocationId", "There is no such location; without inventory give an address.");
        }
        for (int i = 0; i < order.items.size(); i++) {
            PurchaseOrderItem item = order.items.get(i);
            item.lineNumber = item.lineNumber == 0 ? order.nextLine() : item.lineNumber;
            complete(order, item, "items/" + i + "/");
        }
        order.total(freightRate(supplier));
    }

    private void exchange(PurchaseOrder order) {
        if (organization.currency().getCurrencyCode().equals(order.currency)) {
            order.exchangeRate = BigDecimal.ONE.setScale(8);
        } else if (order.exchangeRate != null && order.exchangeDate == null) {
            order.exchangeDate = today;
        }
    }

    SupplierSummary supplier(PurchaseOrder order) {
        SupplierSummary supplier = suppliers.get(order.supplierId);
        if (supplier == null) {
            throw Problem.invalid("supplierId", "There is no such supplier.");
        }
        return supplier;
    }

    /**
     * SUP-25: no new orders for suppliers that were suspended or blacklisted.
     *
     * @throws Problem {@code supplier-not-orderable}
     */
    void requireTrusted(PurchaseOrder order) {
        SupplierStatus status = supplier(order).status();
        if (status == SupplierStatus.SUSPENDED || status == SupplierStatus.BLACKLISTED) {
            throw Problem.of("supplier-not-orderable", order.supplierName + " gets no new orders.")
                    .with("supplierId", order.supplierId)
                    .with("status", Coded.of(status));
        }
    }

    /** SUP-01: freight is taxed as the supplier's goods usually are. */
    static BigDecimal freightRate(@Nullable SupplierSummary supplier) {
        BigDecimal rate = supplier == null ? null : supplier.taxRate();
        return rate == null ? BigDecimal.ZERO : rate;
    }

    /** The same for one line; {@code at} is where it stands in what the caller sent. */
    void complete(PurchaseOrder order, PurchaseOrderItem item, String at) {
        ProductSummary product = product(item, at);
        item.productSku = product == null ? null : product.sku();
        if (item.productName == null) {
            item.productName = product == null ? name(item.description) : product.name();
        }
        if (item.unitOfMeasure == null) {
            item.unitOfMeasure = product == null ? "each" : product.unitOfMeasure();
        }
        if (item.unitWeightKg == null && product != null) {
            item.unitWeightKg = product.weightKg();
        }
        if (item.taxRate == null) {
            item.taxRate = freightRate(suppliers.get(order.supplierId));
        }
        if (item.unitPrice == null) {
            price(order, item);
        }
        item.take(NOTHING); // until the order is added up
    }

    private static String name(@Nullable String description) {
        String name = description == null || description.isBlank() ? "Item" : description.strip();
        return name.substring(0, Math.min(name.length(), 255));
    }

    private @Nullable ProductSummary product(PurchaseOrderItem item, String at) {
        if (item.productId == null) {
            return null;
        }
        ProductSummary product = products.get(item.productId);
        if (product == null) {
            throw Problem.invalid(at + "productId", "There is no such product.");
        }
        if (!product.takes(item.quantity)) {
            throw Problem.invalid(at + "quantity", product.name() + " comes in whole units.");
        }
        return product;
    }

    private void price(PurchaseOrder order, PurchaseOrderItem item) {
        SupplierOffer offer = item.productId == null ? null : prices.get(wanted(order, item.productId, item.quantity));
        if (offer == null) {
            item.unitPrice = BigDecimal.ZERO.setScale(2);
            order.remarks.add("Line " + item.lineNumber + " has no price: " + order.supplierName
                    + " has none for it and it was never bought there.");
            return;
        }
        item.unitPrice = offer.unitPrice();
        item.priceListId = offer.priceListId();
        if (item.supplierProductCode == null) {
            item.supplierProductCode = offer.supplierProductCode();
        }
        if (order.priceAgreementId == null) {
            order.priceAgreementId = offer.agreementId();
        }
    }

    private Wanted wanted(PurchaseOrder order, UUID product, BigDecimal quantity) {
        return new Wanted(order.supplierId, product, quantity, order.currency(), order.day());
    }

    /** The lines of an order that have to be priced. */
    static List<Wanted> unpriced(UUID supplier, String currency, LocalDate day, List<OrderInput.Line> lines) {
        return lines.stream()
                .filter(line -> line.unitPrice() == null && line.productId() != null)
                .map(line ->
                        new Wanted(supplier, Objects.requireNonNull(line.productId()), line.quantity(), currency, day))
                .toList();
    }
}
