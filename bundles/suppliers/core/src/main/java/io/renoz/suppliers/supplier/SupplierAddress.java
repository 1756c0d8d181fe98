package io.renoz.suppliers.supplier;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Where a supplier is found, is paid, or takes goods back. */
@Entity
@Table(schema = "suppliers", name = "supplier_addresses")
@Audited(type = "supplier_address", name = "street1", parent = "supplierId", parentType = "supplier")
public class SupplierAddress extends TenantRecord implements Ranked {

    UUID supplierId;
    AddressType addressType = AddressType.BILLING;
    boolean isPrimary;
    String street1;

    @Nullable
    String street2;

    String city;

    @Nullable
    String state;

    String postcode;

    /** The organization's where the caller says none. */
    @Nullable
    String country;

    /** The type it was the first of when it was read. */
    @Transient
    private @Nullable AddressType firstOf;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected SupplierAddress() {}

    @PostLoad
    void loaded() {
        firstOf = isPrimary ? addressType : null;
    }

    @Override
    public Object kind() {
        return addressType;
    }

    @Override
    public boolean first() {
        return isPrimary;
    }

    @Override
    public boolean wasFirst() {
        return firstOf == addressType;
    }

    @Override
    public void stepDown() {
        isPrimary = false;
    }

    /** In one line, as lists of other records show it. */
    String line() {
        return street1 + ", " + city;
    }

    /** As it is written on documents, line by line. */
    List<String> lines() {
        String place = Stream.of(city, state, postcode).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.of(street1, street2, place, country)
                .filter(Objects::nonNull)
                .toList();
    }
}
