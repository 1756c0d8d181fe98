package io.renoz.inventory.location;

import io.renoz.data.Audited;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.api.LocationSummary;
import io.renoz.inventory.api.LocationType;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A site that holds stock: a warehouse, a shop, a technician's vehicle, a job site, a transit or virtual place. */
@Entity
@Table(schema = "inventory", name = "locations")
@Audited(type = "location", name = "name")
public class Location extends TenantRecord {

    @Searchable
    String code;

    @Searchable
    String name;

    LocationType locationType = LocationType.WAREHOUSE;

    boolean isDefault;

    Boolean isActive = true;

    Boolean isSellable = true;

    boolean allowNegative;

    @Nullable
    UUID assignedUserId;

    @Nullable
    UUID managerUserId;

    @Nullable
    String vehicleRegistration;

    @Nullable
    String street1;

    @Nullable
    String street2;

    @Nullable
    String city;

    @Nullable
    String state;

    @Nullable
    String postcode;

    @Nullable
    String country;

    @Nullable
    BigDecimal latitude;

    @Nullable
    BigDecimal longitude;

    @Nullable
    String timezone;

    @Nullable
    String contactName;

    @Nullable
    String contactPhone;

    @Nullable
    String contactEmail;

    @Nullable
    String notes;

    @Transient
    private boolean wasActive;

    @Transient
    private boolean wasNegative;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Location() {}

    @PostLoad
    void loaded() {
        wasActive = isActive;
        wasNegative = allowNegative;
    }

    boolean goesOff() {
        return wasActive && !isActive;
    }

    /** INV-06: whether it may run below zero from now on. */
    boolean startsNegative() {
        return allowNegative && !wasNegative;
    }

    String label() {
        return code + " " + name;
    }

    LocationSummary summary() {
        return new LocationSummary(id(), code, name, locationType, isDefault, isActive, isSellable, assignedUserId);
    }
}
