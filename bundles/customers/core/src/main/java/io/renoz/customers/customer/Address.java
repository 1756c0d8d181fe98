package io.renoz.customers.customer;

import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.PostalAddress;
import io.renoz.data.Audited;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Where a customer can be found, or wants its goods, its invoices, its service. */
@Entity
@Table(schema = "customers", name = "addresses")
@Audited(type = "address", name = "label", parent = "customerId", parentType = "customer", customer = "customerId")
class Address extends TenantRecord implements Ranked {

    UUID customerId;
    AddressType type = AddressType.BILLING;

    @Nullable
    String label;

    boolean isPrimary;

    @Nullable
    String attention;

    @Searchable
    String street1;

    @Nullable
    String street2;

    @Searchable
    String city;

    @Nullable
    String state;

    @Searchable
    String postcode;

    /** The organization's where the caller says none. */
    @Nullable
    String country;

    @Nullable
    BigDecimal latitude;

    @Nullable
    BigDecimal longitude;

    @Nullable
    String accessNotes;

    @Nullable
    String notes;

    Boolean isActive = true;

    /** The type it was the first of when it was read. */
    @Transient
    private @Nullable AddressType firstOf;

    @Transient
    private @Nullable UUID belongsTo;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Address() {}

    @PostLoad
    void loaded() {
        firstOf = isPrimary ? type : null;
        belongsTo = customerId;
    }

    void stay() {
        if (!customerId.equals(belongsTo)) {
            throw Problem.invalid("customerId", "An address stays with its customer.");
        }
    }

    @Override
    public UUID customerId() {
        return customerId;
    }

    @Override
    public Object kind() {
        return type;
    }

    @Override
    public boolean first() {
        return isPrimary;
    }

    @Override
    public boolean wasFirst() {
        return firstOf == type;
    }

    @Override
    public void rank(boolean first) {
        isPrimary = first;
    }

    @Override
    public void moveTo(UUID customer) {
        customerId = customer;
    }

    /** In one line, as lists of other records show it. */
    String line() {
        return label == null ? street1 + ", " + city : label + ": " + street1 + ", " + city;
    }

    PostalAddress postal() {
        return new PostalAddress(
                id(),
                customerId,
                type,
                label,
                attention,
                street1,
                street2,
                city,
                state,
                postcode,
                String.valueOf(country),
                latitude,
                longitude,
                accessNotes);
    }
}
