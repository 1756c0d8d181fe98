package io.renoz.orders.order;

import io.renoz.data.Json;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.OrderPriority;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.api.TaxType;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Example;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of an order.
 *
 * <p>Lines and addresses come along. Those with an id are changed, those without are new, and those left out of a list that is
 * sent go.
 *
 * @param orderDate today when left out
 * @param paymentTermsDays the customer's when left out
 * @param dueDate after the terms when left out
 * @param currency the organization's, which is the only one
 * @param discountFixed amount off, on top of the percentage
 * @param shippingAmount freight, without tax
 * @param subtotal like the other totals computed here; what a caller sends counts only with {@code strictTotals}
 * @param strictTotals refuses totals that a caller sends and that are not those computed
 * @param clientRequestId the caller's own key: the same makes one order
 */
public record OrderInput(
        @NotNull UUID customerId,
        @Nullable UUID contactId,
        @Nullable @Size(max = 100) String customerPoNumber,
        @Nullable LocalDate customerPoDate,
        OrderSource source,
        OrderPriority priority,
        @Nullable UUID assignedTo,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate requiredDate,
        @Nullable LocalDate promisedDate,
        @Nullable @Min(0) @Max(365) Integer paymentTermsDays,
        @Nullable LocalDate dueDate,

        @Nullable @Size(min = 3, max = 3) @Example("AUD") String currency,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal discountPercent,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal discountFixed,

        @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal shippingAmount,

        TaxType shippingTaxType,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal subtotal,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal discountAmount,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal taxAmount,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal total,

        @Nullable @Example("false") Boolean strictTotals,
        @Nullable @Size(max = 2000) String internalNotes,
        @Nullable @Size(max = 2000) String customerNotes,
        @Nullable @Size(max = 1000) String deliveryInstructions,
        @Nullable @Size(max = 128) String clientRequestId,
        @Nullable @Size(max = 255) String externalRef,
        @Nullable Json metadata,
        @Size(max = 1000) List<@Valid @NotNull LineInput> lines,
        @Size(max = 2) List<@Valid @NotNull Place> addresses) {

    public OrderInput {
        customerPoNumber = Normal.text(customerPoNumber);
        source = source == null ? OrderSource.STAFF : source;
        priority = priority == null ? OrderPriority.NORMAL : priority;
        discountPercent = Normal.money(discountPercent);
        discountFixed = Normal.money(discountFixed);
        shippingAmount = shippingAmount == null ? BigDecimal.ZERO.setScale(2) : Normal.money(shippingAmount);
        shippingTaxType = shippingTaxType == null ? TaxType.GST : shippingTaxType;
        subtotal = Normal.money(subtotal);
        discountAmount = Normal.money(discountAmount);
        taxAmount = Normal.money(taxAmount);
        total = Normal.money(total);
        clientRequestId = Normal.text(clientRequestId);
        externalRef = Normal.text(externalRef);
        lines = lines == null ? List.of() : new ArrayList<>(lines);
        addresses = addresses == null ? List.of() : new ArrayList<>(addresses);
        requireOneOfAKind(addresses);
        requireNumbersOnce(lines);
    }

    private static void requireOneOfAKind(List<Place> addresses) {
        var seen = new HashSet<OrderAddressType>();
        refuse(IntStream.range(0, addresses.size())
                .filter(i -> addresses.get(i) != null && !seen.add(addresses.get(i).type))
                .mapToObj(i -> new FieldError("/addresses/" + i + "/type", "An order has one address of a type."))
                .toList());
    }

    private static void requireNumbersOnce(List<LineInput> lines) {
        var seen = new HashSet<Integer>();
        refuse(IntStream.range(0, lines.size())
                .filter(i -> lines.get(i) != null && lines.get(i).lineNumber() != null)
                .filter(i -> !seen.add(lines.get(i).lineNumber()))
                .mapToObj(i -> new FieldError("/lines/" + i + "/lineNumber", "Another line has this number."))
                .toList());
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /**
     * An address of the order. With {@code customerAddressId} it is copied from there, as far as nothing else is said; without
     * it, it is complete.
     *
     * @param id of one that is there; left out for a new one
     * @param name the customer's legal name when left out
     * @param country ISO 3166 alpha-2; the organization's when left out
     */
    public record Place(
            @Nullable UUID id,
            OrderAddressType type,
            @Nullable UUID customerAddressId,
            @Nullable @Size(max = 255) String name,
            @Nullable @Size(max = 255) String attention,
            @Nullable @Size(max = 255) String street1,
            @Nullable @Size(max = 255) String street2,
            @Nullable @Size(max = 100) String city,
            @Nullable @Size(max = 100) String state,
            @Nullable @Size(max = 20) String postcode,
            @Nullable @Size(min = 2, max = 2) String country,
            @Nullable @Size(max = 255) String contactName,
            @Nullable @Size(max = 30) String contactPhone,
            @Nullable @Size(max = 320) String contactEmail) {

        public Place {
            type = type == null ? OrderAddressType.BILLING : type;
            name = Normal.text(name);
            street1 = Normal.text(street1);
            city = Normal.text(city);
            postcode = Normal.text(postcode);
            country = country == null ? null : country.toUpperCase(Locale.ROOT);
        }
    }
}
