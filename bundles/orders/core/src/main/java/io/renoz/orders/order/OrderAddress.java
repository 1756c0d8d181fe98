package io.renoz.orders.order;

import io.renoz.customers.api.PostalAddress;
import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.order.OrderInput.Place;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Where the invoice or the goods of one order go, as it stood then. */
@Entity
@Table(schema = "orders", name = "order_addresses")
@Audited(type = "order_address", name = "name", parent = "orderId", parentType = "order")
public class OrderAddress extends TenantRecord {

    UUID orderId;
    OrderAddressType type = OrderAddressType.BILLING;

    @Nullable
    UUID customerAddressId;

    /** The customer's legal name where the caller says none. */
    String name;

    @Nullable
    String attention;

    String street1;

    @Nullable
    String street2;

    String city;

    @Nullable
    String state;

    String postcode;
    String country;

    @Nullable
    String contactName;

    @Nullable
    String contactPhone;

    @Nullable
    String contactEmail;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OrderAddress() {}

    OrderAddress(UUID orderId, OrderAddressType type) {
        this();
        this.orderId = orderId;
        this.type = type;
    }

    /** Takes everything from an address of the customer. */
    void copy(PostalAddress from, String customerName) {
        customerAddressId = from.id();
        name = customerName;
        attention = from.attention();
        street1 = from.street1();
        street2 = from.street2();
        city = from.city();
        state = from.state();
        postcode = from.postcode();
        country = from.country();
    }

    /** Takes from an address of the customer what the caller left open. */
    void fill(PostalAddress from) {
        if (street1 == null) {
            street1 = from.street1();
            street2 = street2 == null ? from.street2() : street2;
            city = city == null ? from.city() : city;
            state = state == null ? from.state() : state;
            postcode = postcode == null ? from.postcode() : postcode;
            country = country == null ? from.country() : country;
            attention = attention == null ? from.attention() : attention;
        }
    }

    /** Everything that a caller may say; another address of the customer is taken as it is. */
    @SuppressWarnings("NullAway") // what is left open here is filled in when the draft is completed
    void apply(Place place) {
        boolean other =
                place.customerAddressId() != null && !place.customerAddressId().equals(customerAddressId);
        Place before = place();
        customerAddressId = place.customerAddressId();
        name = place.name();
        attention = said(other, place.attention(), before.attention());
        street1 = said(other, place.street1(), before.street1());
        street2 = said(other, place.street2(), before.street2());
        city = said(other, place.city(), before.city());
        state = said(other, place.state(), before.state());
        postcode = said(other, place.postcode(), before.postcode());
        country = said(other, place.country(), before.country());
        contactName = place.contactName();
        contactPhone = place.contactPhone();
        contactEmail = place.contactEmail();
    }

    /** What is only left over from the address before does not stand for the other one. */
    private static @Nullable String said(boolean other, @Nullable String now, @Nullable String before) {
        return other && Objects.equals(now, before) ? null : now;
    }

    Place place() {
        return new Place(
                id(),
                type,
                customerAddressId,
                name,
                attention,
                street1,
                street2,
                city,
                state,
                postcode,
                country,
                contactName,
                contactPhone,
                contactEmail);
    }

    public OrderAddressType type() {
        return type;
    }

    public @Nullable UUID customerAddressId() {
        return customerAddressId;
    }

    public String name() {
        return name;
    }

    public @Nullable String attention() {
        return attention;
    }

    public String street1() {
        return street1;
    }

    public @Nullable String street2() {
        return street2;
    }

    public String city() {
        return city;
    }

    public @Nullable String state() {
        return state;
    }

    public String postcode() {
        return postcode;
    }

    public String country() {
        return country;
    }

    public @Nullable String contactName() {
        return contactName;
    }

    public @Nullable String contactPhone() {
        return contactPhone;
    }

    public @Nullable String contactEmail() {
        return contactEmail;
    }
}
