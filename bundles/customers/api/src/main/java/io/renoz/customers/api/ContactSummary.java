package io.renoz.customers.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person at a customer, as other modules see them.
 *
 * @param active false once the person has left
 * @param erased whether the personal data was erased on request; there is no way to reach them any more
 */
public record ContactSummary(
        UUID id,
        UUID customerId,
        String firstName,
        String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String preferredLanguage,
        boolean emailOptIn,
        boolean smsOptIn,
        boolean phoneOptIn,
        boolean active,
        boolean erased) {

    /** First and last name. */
    public String name() {
        return firstName + " " + lastName;
    }
}
