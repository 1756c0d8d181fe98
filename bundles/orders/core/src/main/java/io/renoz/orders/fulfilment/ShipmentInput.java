package io.renoz.orders.fulfilment;

import io.renoz.data.Patch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of a shipment. The address is the order's where there is none.
 *
 * @param packageCount 1 where there is none
 * @param shippingCost what the carrier charges us
 * @param items everything that is ready where there are none
 */
public record ShipmentInput(
        @NotNull UUID orderId,
        @Nullable @Size(max = 100) String carrier,
        @Nullable @Size(max = 100) String carrierService,
        @Nullable @Size(max = 200) String trackingNumber,
        @Nullable @Size(max = 1000) String trackingUrl,
        @Nullable @Size(max = 255) String shipToName,
        @Nullable @Size(max = 255) String shipToCompany,
        @Nullable @Size(max = 255) String shipToStreet1,
        @Nullable @Size(max = 255) String shipToStreet2,
        @Nullable @Size(max = 100) String shipToCity,
        @Nullable @Size(max = 100) String shipToState,
        @Nullable @Size(max = 20) String shipToPostcode,
        @Nullable @Size(min = 2, max = 2) String shipToCountry,
        @Nullable @Size(max = 30) String shipToPhone,
        @Nullable @Size(max = 320) String shipToEmail,
        @Nullable @Size(max = 1000) String instructions,
        @Nullable UUID fromLocationId,
        @Nullable @PositiveOrZero Integer weightGrams,
        @Nullable @PositiveOrZero Integer lengthMm,
        @Nullable @PositiveOrZero Integer widthMm,
        @Nullable @PositiveOrZero Integer heightMm,
        @Nullable @Positive Integer packageCount,
        boolean hasDangerousGoods,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal shippingCost,

        @Nullable UUID labelAttachmentId,
        @Nullable Instant estimatedDeliveryAt,
        @Nullable @Size(max = 2000) String notes,
        @Nullable @Size(max = 2000) String carrierNotes,
        @Nullable @Size(max = 500) List<@NotNull @Valid Item> items) {

    public ShipmentInput {
        shipToCountry = shipToCountry == null ? null : shipToCountry.toUpperCase(Locale.ROOT);
        packageCount = packageCount == null ? 1 : packageCount;
    }

    /** A patch under which an item without an id stays the one it was, where it is of the same line and lot. */
    static Patch<ShipmentInput> keepingItems(Patch<ShipmentInput> patch) {
        return new Patch<>() {
            @Override
            public ShipmentInput onto(ShipmentInput current) {
                ShipmentInput wanted = patch.onto(current);
                return wanted.with(kept(wanted.items, current.items));
            }

            @Override
            public boolean mentions(String field) {
                return patch.mentions(field);
            }
        };
    }

    private static List<Item> kept(@Nullable List<Item> wanted, @Nullable List<Item> current) {
        List<Item> left = new ArrayList<>(current == null ? List.of() : current);
        List<Item> named = wanted == null ? List.of() : wanted;
        named.forEach(item -> left.removeIf(one -> Objects.equals(one.id, item.id)));
        return named.stream()
                .map(item -> item.id != null
                        ? item
                        : left.stream()
                                .filter(one -> one.orderLineItemId.equals(item.orderLineItemId)
                                        && Objects.equals(one.lotNumber, item.lotNumber))
                                .findFirst()
                                .map(one -> item.as(one.id))
                                .orElse(item))
                .toList();
    }

    private ShipmentInput with(List<Item> others) {
        return new ShipmentInput(
                orderId,
                carrier,
                carrierService,
                trackingNumber,
                trackingUrl,
                shipToName,
                shipToCompany,
                shipToStreet1,
                shipToStreet2,
                shipToCity,
                shipToState,
                shipToPostcode,
                shipToCountry,
                shipToPhone,
                shipToEmail,
                instructions,
                fromLocationId,
                weightGrams,
                lengthMm,
                widthMm,
                heightMm,
                packageCount,
                hasDangerousGoods,
                shippingCost,
                labelAttachmentId,
                estimatedDeliveryAt,
                notes,
                carrierNotes,
                others);
    }

    /**
     * So much of a line.
     *
     * @param serialNumbers exactly one a unit for goods with serial numbers; those that were picked first where there are none
     */
    public record Item(
            @Nullable UUID id,
            @NotNull UUID orderLineItemId,

            @NotNull @Positive @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            @Nullable @Size(max = 100) String lotNumber,
            @Nullable LocalDate expiryDate,
            @Nullable @Size(max = 500) String notes,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = Serials.LONGEST) String> serialNumbers) {

        Item as(@Nullable UUID known) {
            return new Item(known, orderLineItemId, quantity, lotNumber, expiryDate, notes, serialNumbers);
        }
    }
}
