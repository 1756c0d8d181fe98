package io.renoz.customers.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that passed between the organization and a customer.
 *
 * @param contactId with whom, when that is known
 * @param occurredAt raises the contact's moment of last contact
 * @param source what it comes from
 */
public record NewActivity(
        @Nullable UUID contactId,
        ActivityType type,
        @Nullable ActivityDirection direction,
        @Nullable String subject,
        String description,
        Instant occurredAt,
        Source source) {

    /**
     * The record of another module that an activity tells of.
     *
     * @param type {@code module.thing}, as {@code orders.order}
     */
    public record Source(String type, UUID id) {}
}
