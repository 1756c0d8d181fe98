package io.renoz.pipeline.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A possible sale that another module has learned of.
 *
 * @param title at most 255 characters
 * @param description at most 2,000 characters
 * @param contactId a person at the customer
 * @param assignedTo who is to see to it; nobody yet when null
 * @param value expected net value; 0 when null
 * @param sourceDetail who referred, which fair; at most 255 characters
 * @param campaignId the campaign it answers, if it does
 */
public record NewOpportunity(
        String title,
        @Nullable String description,
        UUID customerId,
        @Nullable UUID contactId,
        @Nullable UUID assignedTo,
        @Nullable BigDecimal value,
        @Nullable OpportunitySource source,
        @Nullable String sourceDetail,
        @Nullable UUID campaignId,
        @Nullable LocalDate expectedCloseDate) {}
