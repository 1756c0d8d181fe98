package io.renoz.customers.customer;

import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerType;
import io.renoz.customers.customer.CustomerInput.Person;
import io.renoz.customers.customer.CustomerInput.Place;
import io.renoz.data.Json;
import io.renoz.data.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a customer. */
public record CustomerView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String customerCode,
        String name,
        @Nullable String legalName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website,
        CustomerStatus status,
        @Nullable String statusReason,
        CustomerType type,
        @Nullable CustomerSize size,
        @Nullable String industry,
        @Nullable String taxId,
        @Nullable String registrationNumber,
        boolean taxExempt,
        @Nullable UUID parentId,
        @Nullable UUID ownerId,
        @Nullable String leadSource,
        @Nullable String preferredLanguage,
        @Nullable Integer paymentTermsDays,
        @Nullable BigDecimal creditLimit,
        boolean creditHold,
        @Nullable String creditHoldReason,
        @Nullable Instant creditHoldAt,
        @Nullable UUID creditHoldBy,
        boolean warrantyExpiryAlertOptOut,
        @Nullable String notes,
        @Nullable String externalRef,
        @Nullable Json metadata,
        List<Person> contacts,
        List<Place> addresses)
        implements Versioned {

    public Optional<Person> primaryContact() {
        return contacts.stream().filter(Person::isPrimary).findFirst();
    }

    /** The primary billing address, else any that is primary. */
    public Optional<Place> primaryAddress() {
        return addresses.stream()
                .filter(Place::isPrimary)
                .min(Comparator.comparing(place -> place.type() != AddressType.BILLING));
    }
}
