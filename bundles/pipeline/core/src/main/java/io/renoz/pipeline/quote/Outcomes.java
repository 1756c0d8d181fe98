package io.renoz.pipeline.quote;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.pipeline.Numbers;
import io.renoz.pipeline.PipelineSettings;
import io.renoz.pipeline.Values;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.opportunity.Deals;
import io.renoz.pipeline.reason.Reasons;
import io.renoz.pipeline.reason.WinLossReasonType;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of an offer: accepted, rejected, extended, cancelled, run out. */
@Component(service = Outcomes.class)
public final class Outcomes {

    /**
     * That a customer accepts.
     *
     * @param versionNumber the version the customer looked at
     * @param method by word of mouth to our staff when left out
     * @param acceptedByName who accepts
     * @param winLossReasonId why it was won; the default reason when left out
     */
    public record Acceptance(
            @NotNull @Min(1) Integer versionNumber,
            AcceptanceMethod method,
            @NotBlank @Size(max = 255) String acceptedByName,
            @Nullable @Size(max = 100) String customerPoNumber,
            @Nullable UUID winLossReasonId) {

        public Acceptance {
            method = Objects.requireNonNullElse(method, AcceptanceMethod.STAFF);
            customerPoNumber = Values.plain(customerPoNumber);
        }
    }

    /** That a customer does not. */
    public record Rejection(
            @Nullable UUID winLossReasonId,
            @Nullable @Size(max = 2000) String rejectNotes) {}

    private final Tables tables;
    private final Sending sending;
    private final Conversion conversion;
    private final Deals deals;
    private final Reasons reasons;
    private final Numbers numbers;
    private final SettingsReader settings;
    private final EventPublisher events;

    @Activate
    public Outcomes(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference Sending sending,
            @Reference Conversion conversion,
            @Reference Deals deals,
            @Reference Reasons reasons,
            @Reference Numbers numbers,
            @Reference SettingsReader settings,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.sending = sending;
        this.conversion = conversion;
        this.deals = deals;
        this.reasons = reasons;
        this.numbers = numbers;
        this.settings = settings;
        this.events = events;
    }

    /** PIP-14, PIP-15: the current version, in time, and once. */
    void accept(Quote quote, QuoteVersion version, Acceptance acceptance) {
        if (quote.status == QuoteStatus.ACCEPTED) {
            requireVersion(Objects.requireNonNull(quote.acceptedVersionNumber), acceptance);
            return;
        }
        LocalDate today = numbers.today();
        if (quote.status == QuoteStatus.EXPIRED || (quote.status == QuoteStatus.SENT && quote.outdated(today))) {
            throw Problem.of("quote-expired", "This quote ran out on " + quote.validUntil + "; extend it first.")
                    .with("validUntil", String.valueOf(quote.validUntil));
        }
        LifeCycle.check(quote, QuoteStatus.ACCEPTED);
        requireVersion(version.versionNumber, acceptance);
        if (acceptance.winLossReasonId != null) {
            reasons.require(acceptance.winLossReasonId, WinLossReasonType.WIN, deals.competitor(quote.opportunityId));
        }
        quote.status = QuoteStatus.ACCEPTED;
        quote.acceptedAt = sending.now();
        quote.acceptedVersionNumber = version.versionNumber;
        quote.acceptanceMethod = acceptance.method;
        quote.acceptedByName = acceptance.acceptedByName;
        if (acceptance.customerPoNumber != null) {
            quote.customerPoNumber = acceptance.customerPoNumber;
        }
        quote.winLossReasonId = acceptance.winLossReasonId == null
                ? deals.standardReason(quote.opportunityId).orElse(null)
                : acceptance.winLossReasonId;
        version.status = QuoteVersionStatus.ACCEPTED;
        tables.flush();
        events.publish(QuoteEvents.of("accepted", quote));
        deals.quoted(quote.opportunityId);
        if (settings.getBoolean(PipelineSettings.CATEGORY, PipelineSettings.WIN_ON_ACCEPT)) {
            deals.win(quote.opportunityId, quote.winLossReasonId);
        }
        if (settings.getBoolean(PipelineSettings.CATEGORY, PipelineSettings.CONVERT_ON_ACCEPT)
                && conversion.possible()) {
            conversion.convert(quote);
        }
    }

    private static void requireVersion(int current, Acceptance acceptance) {
        if (acceptance.versionNumber != current) {
            throw Problem.of(
                            "version-conflict",
                            "Version " + acceptance.versionNumber + " is not the offer that stands, which is version "
                                    + current + ".")
                    .with("versionNumber", current);
        }
    }

    void reject(Quote quote, QuoteVersion version, Rejection rejection) {
        LifeCycle.check(quote, QuoteStatus.REJECTED);
        if (rejection.winLossReasonId != null) {
            reasons.require(rejection.winLossReasonId, WinLossReasonType.LOSS, deals.competitor(quote.opportunityId));
        }
        quote.status = QuoteStatus.REJECTED;
        quote.rejectedAt = sending.now();
        quote.winLossReasonId = rejection.winLossReasonId;
        quote.rejectNotes = rejection.rejectNotes;
        version.status = QuoteVersionStatus.REJECTED;
        events.publish(QuoteEvents.of("rejected", quote));
    }

    /** PIP-14: a day to come; what had run out stands again. */
    void extend(Quote quote, LocalDate until) {
        LifeCycle.require(quote, "extended", QuoteStatus.SENT, QuoteStatus.EXPIRED);
        LocalDate today = numbers.today();
        if (!until.isAfter(today) || until.isBefore(quote.quoteDate)) {
            throw Problem.invalid("validUntil", "A quote is extended to a day after today.");
        }
        quote.validUntil = until;
        quote.status = QuoteStatus.SENT;
    }

    void cancel(Quote quote) {
        LifeCycle.check(quote, QuoteStatus.CANCELLED);
        quote.status = QuoteStatus.CANCELLED;
    }

    /** PIP-14: its last day is over. */
    void expire(Quote quote) {
        LifeCycle.check(quote, QuoteStatus.EXPIRED);
        quote.status = QuoteStatus.EXPIRED;
        events.publish(QuoteEvents.of("expired", quote));
    }
}
