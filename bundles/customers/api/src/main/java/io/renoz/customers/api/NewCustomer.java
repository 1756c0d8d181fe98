package io.renoz.customers.api;

import io.renoz.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A customer another module wants to have, such as a won lead or an imported row.
 *
 * @param code null to take the next number
 * @param leadSource how they found us
 * @param externalRef key of the account in another system
 */
public record NewCustomer(
        @Nullable String code,
        String name,
        CustomerType type,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String leadSource,
        @Nullable String externalRef) {

    public NewCustomer {
        if (name.isBlank()) {
            throw Problem.invalid("name", "A customer has a name.");
        }
    }
}
