package io.renoz.suppliers.purchase.order;

import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SUP-15: the changes that an amendment makes of an order that was sent. */
public final class OrderAmending {

    private static final int SHIP_TO_PARTS = 7;

    private OrderAmending() {}

    /** A line of the order. */
    public static Optional<PurchaseOrderItem> line(PurchaseOrder order, @Nullable UUID id) {
        return order.items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /**
     * Changes a line.
     *
     * @throws Problem {@code below-received}
     */
    public static void change(
            PurchaseOrderItem item,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable LocalDate expected) {
        item.amend(quantity, unitPrice, expected);
    }

    /**
     * Removes a line, of which nothing was received.
     *
     * @throws Problem {@code below-received}
     */
    public static void remove(PurchaseOrderItem item) {
        item.remove();
    }

    /** Adds a line at the end. */
    public static void add(
            PurchaseOrder order,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal taxRate,
            @Nullable ProductSummary product,
            @Nullable String description) {
        String name = product == null ? Objects.requireNonNullElse(description, "Item") : product.name();
        var item = new PurchaseOrderItem(
                order.id(), order.nextLine(), quantity, unitPrice, name.substring(0, Math.min(name.length(), 255)));
        item.taxRate = taxRate;
        item.description = description;
        if (product != null) {
            item.productId = product.id();
            item.productSku = product.sku();
            item.unitOfMeasure = product.unitOfMeasure();
            item.unitWeightKg = product.weightKg();
        }
        order.items.add(item);
    }

    /** What the order says at present. */
    public static @Nullable String header(PurchaseOrder order, HeaderField field) {
        return switch (field) {
            case SHIPPING_AMOUNT -> order.shippingAmount.toPlainString();
            case DISCOUNT_AMOUNT -> order.discountAmount.toPlainString();
            case REQUIRED_DATE -> order.requiredDate == null ? null : order.requiredDate.toString();
            case SHIP_TO -> shipTo(order);
            case NOTES -> order.notes == null ? null : order.notes.substring(0, Math.min(order.notes.length(), 500));
        };
    }

    private static @Nullable String shipTo(PurchaseOrder order) {
        String told = Stream.of(
                        order.shipToName,
                        order.shipToStreet1,
                        order.shipToStreet2,
                        order.shipToCity,
                        order.shipToState,
                        order.shipToPostcode,
                        order.shipToCountry)
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining("; "));
        return told.matches("[; ]*") ? null : told.substring(0, Math.min(told.length(), 500));
    }

    /**
     * Whether a value can stand there.
     *
     * @throws Problem {@code validation-failed} at {@code at}
     */
    public static void check(HeaderField field, @Nullable String value, String at) {
        switch (field) {
            case SHIPPING_AMOUNT, DISCOUNT_AMOUNT -> amount(value, at);
            case REQUIRED_DATE -> day(value, at);
            case SHIP_TO -> parts(value, at);
            case NOTES -> {}
        }
    }

    /** Writes a checked value. */
    public static void header(PurchaseOrder order, HeaderField field, @Nullable String value) {
        switch (field) {
            case SHIPPING_AMOUNT -> order.shippingAmount = amount(value, "");
            case DISCOUNT_AMOUNT -> order.discountAmount = amount(value, "");
            case REQUIRED_DATE -> order.requiredDate = required(order, day(value, ""));
            case SHIP_TO -> shipTo(order, parts(value, ""));
            case NOTES -> order.notes = value;
        }
    }

    private static @Nullable LocalDate required(PurchaseOrder order, @Nullable LocalDate day) {
        if (day != null && day.isBefore(order.day())) {
            throw Problem.invalid("newValue", "Goods cannot be needed before they are ordered.");
        }
        return day;
    }

    private static void shipTo(PurchaseOrder order, @Nullable String[] parts) {
        order.shipToLocationId = null;
        order.shipToName = parts[0];
        order.shipToStreet1 = parts[1];
        order.shipToStreet2 = parts[2];
        order.shipToCity = parts[3];
        order.shipToState = parts[4];
        order.shipToPostcode = parts[5];
        order.shipToCountry = parts[6];
    }

    static BigDecimal amount(@Nullable String value, String at) {
        if (value == null || !value.matches("\\d{1,10}(\\.\\d{1,2})?")) {
            throw Problem.invalid(at, "This is an amount from 0 to " + PurchaseTotals.MOST + " with two decimals.");
        }
        return new BigDecimal(value).setScale(2);
    }

    private static @Nullable LocalDate day(@Nullable String value, String at) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw Problem.invalid(at, "This is a day, as 2026-03-02.").because(e);
        }
    }

    private static @Nullable String[] parts(@Nullable String value, String at) {
        String[] given = value == null ? new String[0] : value.split(";", -1);
        boolean fits = given.length == 0 || given.length == SHIP_TO_PARTS;
        var parts = new @Nullable String[SHIP_TO_PARTS];
        for (int i = 0; fits && i < given.length; i++) {
            String part = given[i].strip();
            parts[i] = part.isEmpty() ? null : part;
            fits = part.length() <= most(i);
        }
        if (!fits) {
            throw Problem.invalid(at, "An address is: name; street 1; street 2; city; state; postcode; country.");
        }
        return parts;
    }

    /** Longest name, streets, city, state, postcode, country. */
    private static int most(int part) {
        return part < 3 ? 200 : part < 5 ? 100 : part == 5 ? 20 : 2;
    }

    /** SUP-01: all amounts anew, and the next revision. */
    public static void finish(PurchaseOrder order, BigDecimal freightRate) {
        order.total(freightRate);
        order.revision++;
        order.settle();
    }

    public static int revision(PurchaseOrder order) {
        return order.revision;
    }
}
