package io.renoz.orders.document;

import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.fulfilment.OrderShipment;
import io.renoz.orders.order.OrderInput;
import io.renoz.orders.order.OrderView;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses, line by line. */
final class Addresses {

    private Addresses() {}

    static List<@Nullable String> of(OrderView order, OrderAddressType type) {
        return order.addresses().stream()
                .filter(place -> place.type() == type)
                .findFirst()
                .map(Addresses::lines)
                .orElse(Arrays.asList(type == OrderAddressType.BILLING ? order.customerName() : null));
    }

    private static List<@Nullable String> lines(OrderInput.Place place) {
        return Arrays.asList(
                place.name(),
                place.attention(),
                place.street1(),
                place.street2(),
                joined(place.city(), place.state(), place.postcode()),
                place.country());
    }

    static List<@Nullable String> of(OrderShipment shipment) {
        return shipment.addressLines();
    }

    /** What is there of some texts, with blanks between. */
    static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
