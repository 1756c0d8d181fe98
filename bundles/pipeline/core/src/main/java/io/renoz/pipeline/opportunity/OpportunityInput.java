package io.renoz.pipeline.opportunity;

import io.renoz.data.Json;
import io.renoz.pipeline.Values;
import io.renoz.pipeline.api.NewOpportunity;
import io.renoz.pipeline.api.OpportunitySource;
import io.renoz.pipeline.api.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of an opportunity. Its stage is changed by moving it.
 *
 * @param probability that of the stage when left out
 * @param value expected net value; 0 when left out
 * @param valueSource {@code quote} to have the value follow the quotes; that when left out together with the value
 * @param competitorName who else is after it
 */
public record OpportunityInput(
        @NotBlank @Size(max = 255) String title,
        @Nullable @Size(max = 2000) String description,
        @NotNull UUID customerId,
        @Nullable UUID contactId,
        @Nullable UUID siteAddressId,
        @Nullable UUID assignedTo,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal probability,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal value,

        @Nullable ValueSource valueSource,
        @Nullable OpportunitySource source,
        @Nullable @Size(max = 255) String sourceDetail,
        @Nullable UUID campaignId,
        @Nullable LocalDate expectedCloseDate,
        @Nullable LocalDate followUpDate,
        @Nullable @Size(max = 500) String followUpNote,
        @Nullable @Size(max = 100) String competitorName,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal budgetAmount,

        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable @Size(max = 255) String externalRef,
        @Nullable Json metadata) {

    public OpportunityInput {
        probability = Values.places(probability, 2);
        value = Values.places(value, 2);
        budgetAmount = Values.places(budgetAmount, 2);
        competitorName = Values.plain(competitorName);
        externalRef = Values.plain(externalRef);
    }

    /** What another module has learned of. */
    static OpportunityInput of(NewOpportunity told, SourceRef from) {
        return new OpportunityInput(
                told.title(),
                told.description(),
                told.customerId(),
                told.contactId(),
                null,
                told.assignedTo(),
                null,
                told.value(),
                null,
                told.source(),
                told.sourceDetail(),
                told.campaignId(),
                told.expectedCloseDate(),
                null,
                null,
                null,
                null,
                null,
                reference(from),
                null);
    }

    /** How a source is kept. */
    static String reference(SourceRef source) {
        return source.type() + ":" + source.id();
    }
}
