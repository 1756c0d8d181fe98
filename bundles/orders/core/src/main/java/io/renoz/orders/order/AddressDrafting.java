package io.renoz.orders.order;

import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.PostalAddress;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.problem.Problem.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses of one draft: copied from the customer where nobody says another. */
final class AddressDrafting {

    private final Order order;
    private final Lookup lookup;
    private final List<FieldError> errors;

    AddressDrafting(Order order, Lookup lookup, List<FieldError> errors) {
        this.order = order;
        this.lookup = lookup;
        this.errors = errors;
    }

    void complete() {
        for (int i = 0; i < order.addresses.size(); i++) {
            said(order.addresses.get(i), i);
        }
        for (OrderAddressType type : OrderAddressType.values()) {
            if (order.address(type).isEmpty()) {
                lookup.primary(order.customerId, type).ifPresent(from -> usual(type, from));
            }
        }
    }

    /** The order was given to another customer: what was copied from the one before is copied from this one. */
    static void follow(Order order, Lookup lookup) {
        CustomerSummary customer = lookup.customer(order.customerId).orElse(null);
        if (customer == null) {
            return;
        }
        for (OrderAddress address : List.copyOf(order.addresses)) {
            if (address.customerAddressId != null) {
                lookup.primary(customer.id(), address.type)
                        .ifPresentOrElse(
                                from -> address.copy(from, customer.legalName()),
                                () -> order.addresses.remove(address));
            }
        }
    }

    private void usual(OrderAddressType type, PostalAddress from) {
        var address = new OrderAddress(order.id(), type);
        address.copy(from, order.customerName);
        order.addresses.add(address);
    }

    private void said(OrderAddress address, int i) {
        if (address.customerAddressId != null) {
            Optional<PostalAddress> from = lookup.address(address.customerAddressId)
                    .filter(known -> known.customerId().equals(order.customerId));
            if (from.isEmpty()) {
                wrong(i, "customerAddressId", "This is no address of the customer.");
                return;
            }
            address.fill(from.get());
        }
        address.name = address.name == null ? order.customerName : address.name;
        address.country = address.country == null ? lookup.country() : address.country;
        require(address.street1, i, "street1");
        require(address.city, i, "city");
        require(address.postcode, i, "postcode");
    }

    private void require(@Nullable String value, int i, String field) {
        if (value == null) {
            wrong(i, field, "An address has this, unless it is copied from one of the customer's.");
        }
    }

    private void wrong(int i, String field, String message) {
        errors.add(new FieldError("/addresses/" + i + "/" + field, message));
    }
}
