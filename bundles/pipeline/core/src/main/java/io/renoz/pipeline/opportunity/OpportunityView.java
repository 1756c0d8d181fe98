package io.renoz.pipeline.opportunity;

import io.renoz.data.Json;
import io.renoz.data.Versioned;
import io.renoz.pipeline.api.OpportunitySource;
import io.renoz.pipeline.api.OpportunityStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of an opportunity. */
public record OpportunityView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String opportunityNumber,
        String title,
        @Nullable String description,
        UUID customerId,
        @Nullable UUID contactId,
        @Nullable UUID siteAddressId,
        @Nullable UUID assignedTo,
        OpportunityStage stage,
        Instant stageChangedAt,
        BigDecimal probability,
        BigDecimal value,
        ValueSource valueSource,
        BigDecimal weightedValue,
        @Nullable OpportunitySource source,
        @Nullable String sourceDetail,
        @Nullable UUID campaignId,
        @Nullable LocalDate expectedCloseDate,
        @Nullable LocalDate actualCloseDate,
        @Nullable LocalDate followUpDate,
        @Nullable String followUpNote,
        @Nullable UUID winLossReasonId,
        @Nullable String lostNotes,
        @Nullable OpportunityStage lostFromStage,
        @Nullable String competitorName,
        @Nullable BigDecimal budgetAmount,
        @Nullable UUID orderId,
        @Nullable List<String> tags,
        @Nullable String externalRef,
        @Nullable Json metadata)
        implements Versioned {}
