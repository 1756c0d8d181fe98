package io.renoz.customers.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as other modules see it.
 *
 * @param code human number, as {@code CUST-00001}
 * @param legalName name for documents; the display name where none is registered
 * @param preferredLanguage BCP 47 tag
 * @param paymentTermsDays days from invoice to due date; the organization's default where the customer has none
 * @param taxExempt whether order lines are priced free of tax
 */
public record CustomerSummary(
        UUID id,
        String code,
        String name,
        String legalName,
        CustomerStatus status,
        CustomerType type,
        @Nullable String taxId,
        @Nullable String preferredLanguage,
        int paymentTermsDays,
        boolean taxExempt) {}
