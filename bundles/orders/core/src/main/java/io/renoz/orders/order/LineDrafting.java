package io.renoz.orders.order;

import io.renoz.data.Coded;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.TaxType;
import io.renoz.orders.order.OrderView.Warning;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ProductType;
import io.renoz.products.api.ResolvedPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of one draft: numbers, copied facts, prices and taxes. */
final class LineDrafting {

    private final Order order;
    private final Lookup lookup;
    private final boolean repricing;
    private final List<FieldError> errors;
    private final List<Warning> warnings = new ArrayList<>();

    LineDrafting(Order order, Lookup lookup, boolean repricing, List<FieldError> errors) {
        this.order = order;
        this.lookup = lookup;
        this.repricing = repricing;
        this.errors = errors;
    }

    void complete() {
        number();
        for (int i = 0; i < order.lines.size(); i++) {
            OrderLine line = order.lines.get(i);
            switch (line.lineType) {
                case SECTION, NOTE -> text(line, i);
                case COMPONENT -> wrong(i, "lineType", "Components come with their bundle.");
                default -> sold(line, i);
            }
        }
        order.warnings = warnings;
    }

    /** One more line of an order that is past its draft; {@code at} is where the caller said it. */
    void add(OrderLine line, int at) {
        order.lines.add(line);
        number();
        if (line.priced()) {
            sold(line, at);
        } else {
            text(line, at);
        }
    }

    private void wrong(int line, String field, String message) {
        errors.add(new FieldError("/lines/" + line + "/" + field, message));
    }

    /** Lines keep their numbers; new ones come after them unless they bring one. */
    private void number() {
        int last = 0;
        for (OrderLine line : order.lines) {
            if (line.lineNumber == null && line.storedNumber() != null) {
                line.lineNumber = line.storedNumber();
            }
            last = Math.max(last, line.lineNumber == null ? 0 : line.lineNumber);
        }
        for (OrderLine line : order.lines) {
            if (line.lineNumber == null) {
                line.lineNumber = ++last;
            }
        }
    }

    /** ORD-04: sections and notes carry no quantity, price or product. */
    private void text(OrderLine line, int i) {
        if (line.productId != null) {
            wrong(i, "productId", "A section or note has no product.");
        }
        if (some(line.quantity)) {
            wrong(i, "quantity", "A section or note has no quantity.");
        }
        if (some(line.unitPrice)) {
            wrong(i, "unitPrice", "A section or note has no price.");
        }
        if (line.description == null) {
            wrong(i, "description", "A section or note says something.");
        }
        line.quantity = BigDecimal.ZERO.setScale(3);
        line.unitPrice = BigDecimal.ZERO.setScale(2);
        line.priceSource = null;
        line.sku = null;
        line.discountPercent = null;
        line.discountAmount = null;
        line.taxType = TaxType.GST_FREE;
        line.taxRate = BigDecimal.ZERO.setScale(2);
        line.isShippable = false;
        line.isSerialized = false;
    }

    private static boolean some(@Nullable BigDecimal number) {
        return number != null && number.signum() != 0;
    }

    private void sold(OrderLine line, int i) {
        if (line.quantity == null || line.quantity.signum() <= 0) {
            wrong(i, "quantity", "The quantity is above 0.");
            return;
        }
        if (line.productId == null) {
            freeText(line, i);
            return;
        }
        Optional<ProductSummary> product = lookup.product(line.productId);
        Optional<ResolvedPrice> price = lookup.price(line.productId, order.customerId, line.quantity, order.orderDate);
        if (product.isEmpty() || price.isEmpty()) {
            wrong(i, "productId", "There is no such product.");
            return;
        }
        goods(line, product.get(), i);
        price(line, price.get());
        tax(line, type(price.get().taxType()), price.get().taxRate());
    }

    private void freeText(OrderLine line, int i) {
        if (line.lineType == OrderLineType.BUNDLE) {
            wrong(i, "productId", "A bundle is a product.");
        }
        if (line.description == null) {
            wrong(i, "description", "A line without a product says what it is.");
        }
        if (line.unitPrice == null) {
            wrong(i, "unitPrice", "A line without a product has a price.");
        }
        line.isShippable = true;
        line.isSerialized = false;
        line.priceSource = line.priceSource == null ? OrderLine.MANUAL : line.priceSource;
        tax(line, TaxType.GST, null);
    }

    private void goods(OrderLine line, ProductSummary product, int i) {
        boolean bundle = product.type() == ProductType.BUNDLE;
        if (line.lineType == OrderLineType.BUNDLE && !bundle) {
            wrong(i, "lineType", "This product is no bundle.");
        }
        if (!product.takes(line.quantity)) {
            wrong(i, "quantity", "Of this product there are whole ones only.");
        }
        line.lineType = bundle ? OrderLineType.BUNDLE : OrderLineType.ITEM;
        line.sku = line.sku == null ? product.sku() : line.sku;
        line.description = line.description == null ? description(product) : line.description;
        line.unitOfMeasure = line.unitOfMeasure == null ? product.unitOfMeasure() : line.unitOfMeasure;
        line.isShippable = product.type() == ProductType.PHYSICAL;
        line.isSerialized = product.isSerialized();
    }

    static String description(ProductSummary product) {
        return product.shortDescription() == null ? product.name() : product.shortDescription();
    }

    /** ORD-04: a price is found unless somebody says one; one that was found and is sent back is no price of the caller's. */
    private void price(OrderLine line, ResolvedPrice found) {
        boolean foundBefore = line.keepsFoundPrice() && !Objects.equals(line.priceSource, "quote");
        if (line.unitPrice == null || (repricing && foundBefore)) {
            line.unitPrice = found.unitPrice();
            line.priceSource = Coded.of(found.source());
        } else if (!line.priceGiven && !line.keepsFoundPrice()) {
            line.priceSource = OrderLine.MANUAL;
        }
        if (found.belowFloor(line.unitPrice)) {
            warnings.add(new Warning(
                    "price-below-floor", line.lineNumber, "The price is lower than this product may be sold for."));
        }
    }

    private void tax(OrderLine line, TaxType usual, @Nullable BigDecimal usualRate) {
        if (line.taxRateGiven || (line.keepsTax() && order.keepsDay() && !repricing)) {
            return;
        }
        boolean open = line.taxType == null || (repricing && line.keepsTax());
        TaxType type = open ? free() ? TaxType.GST_FREE : usual : line.taxType;
        line.taxType = type;
        line.taxRate = type == usual && usualRate != null ? usualRate : lookup.rate(type, order.orderDate);
    }

    /** Whether the customer buys free of tax. */
    private boolean free() {
        return lookup.customer(order.customerId)
                .filter(customer -> customer.taxExempt())
                .isPresent();
    }

    private static TaxType type(io.renoz.products.api.TaxType theirs) {
        return TaxType.valueOf(theirs.name());
    }
}
