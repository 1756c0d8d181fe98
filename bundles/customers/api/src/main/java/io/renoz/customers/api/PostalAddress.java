package io.renoz.customers.api;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of a customer.
 *
 * @param label name of the site
 * @param attention person or department on the label
 * @param country ISO 3166 alpha-2
 * @param latitude decimal degrees, given together with the longitude or not at all
 * @param accessNotes gate codes and the like, for those who go there
 */
public record PostalAddress(
        UUID id,
        UUID customerId,
        AddressType type,
        @Nullable String label,
        @Nullable String attention,
        String street1,
        @Nullable String street2,
        String city,
        @Nullable String state,
        String postcode,
        String country,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String accessNotes) {}
