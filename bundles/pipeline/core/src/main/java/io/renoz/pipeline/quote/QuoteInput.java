package io.renoz.pipeline.quote;

import io.renoz.pipeline.Values;
import io.renoz.rest.Example;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a quote and its draft version. Amounts are computed; those that a caller sends are not known.
 *
 * @param quoteDate today when left out
 * @param validUntil last day on which it can be accepted; set when it is sent, if left out
 * @param currency the organization's; no other is taken
 * @param notes for staff
 * @param clientRequestId the caller's key: the same one again gives the first quote back
 * @param versionNotes what changed against the version before
 * @param priceDate day of prices and tax rates; the day of the quote when left out, and not changed later
 * @param discountPercent off the sum of the lines
 * @param discountFixed amount off, on top of the percentage
 * @param shippingAmount freight without tax
 * @param depositPercent asked with acceptance
 */
public record QuoteInput(
        @Nullable @Size(max = 255) String title,
        @Nullable UUID opportunityId,
        @NotNull UUID customerId,
        @Nullable UUID contactId,
        @Nullable UUID billingAddressId,
        @Nullable UUID siteAddressId,
        @Nullable UUID assignedTo,
        @Nullable @Example("2026-03-02") LocalDate quoteDate,
        @Nullable @Example("2099-12-31") LocalDate validUntil,
        @Nullable @Size(min = 3, max = 3) @Example("AUD") String currency,
        @Nullable @Size(max = 10000) String terms,
        @Nullable @Size(max = 2000) String notes,
        @Nullable @Size(max = 100) String customerPoNumber,
        @Nullable @Size(max = 128) String clientRequestId,
        @Nullable @Size(max = 5000) String introText,
        @Nullable @Size(max = 5000) String closingText,
        @Nullable @Size(max = 2000) String versionNotes,
        @Nullable LocalDate priceDate,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal discountPercent,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal discountFixed,

        @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal shippingAmount,

        @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal shippingTaxRate,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal depositPercent,

        @Size(max = 500) List<@Valid @NotNull LineInput> lines) {

    private static final BigDecimal NONE = new BigDecimal("0.00");

    public QuoteInput {
        clientRequestId = Values.plain(clientRequestId);
        discountPercent = Values.places(discountPercent, 2);
        discountFixed = Values.places(discountFixed, 2);
        shippingAmount = Objects.requireNonNullElse(Values.places(shippingAmount, 2), NONE);
        shippingTaxRate = Objects.requireNonNullElse(Values.places(shippingTaxRate, 2), NONE);
        depositPercent = Values.places(depositPercent, 2);
        lines = lines == null ? List.of() : new ArrayList<>(lines);
    }

    /** What a quote was asked for as. */
    static QuoteInput of(Quote quote, QuoteVersion version) {
        return new QuoteInput(
                quote.title,
                quote.opportunityId,
                quote.customerId,
                quote.contactId,
                quote.billingAddressId,
                quote.siteAddressId,
                quote.assignedTo,
                quote.quoteDate,
                quote.validUntil,
                quote.currency,
                quote.terms,
                quote.notes,
                quote.customerPoNumber,
                quote.clientRequestId,
                version.introText,
                version.closingText,
                version.notes,
                version.priceDate,
                version.discountPercent,
                version.discountFixed,
                version.shippingAmount,
                version.shippingTaxRate,
                version.depositPercent,
                version.inOrder().stream().map(LineInput::of).toList());
    }

    /** PIP-11: whether all that stands on the document is as in another one; the lines are not looked at. */
    boolean saysTheSame(QuoteInput other) {
        return papers(this).equals(papers(other))
                && Values.same(discountPercent, other.discountPercent)
                && Values.same(discountFixed, other.discountFixed)
                && Values.same(shippingAmount, other.shippingAmount)
                && Values.same(shippingTaxRate, other.shippingTaxRate)
                && Values.same(depositPercent, other.depositPercent);
    }

    private static List<Object> papers(QuoteInput input) {
        var papers = new ArrayList<Object>();
        papers.add(input.customerId);
        papers.add(String.valueOf(input.title));
        papers.add(String.valueOf(input.contactId));
        papers.add(String.valueOf(input.billingAddressId));
        papers.add(String.valueOf(input.siteAddressId));
        papers.add(String.valueOf(input.quoteDate));
        papers.add(String.valueOf(input.validUntil));
        papers.add(String.valueOf(input.terms));
        papers.add(String.valueOf(input.introText));
        papers.add(String.valueOf(input.closingText));
        papers.add(String.valueOf(input.versionNotes));
        papers.add(String.valueOf(input.priceDate));
        return papers;
    }
}
