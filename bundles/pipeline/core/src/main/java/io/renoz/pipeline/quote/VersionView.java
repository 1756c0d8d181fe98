package io.renoz.pipeline.quote;

import io.renoz.data.Call;
import io.renoz.data.Versioned;
import io.renoz.pipeline.Permissions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of a version of a quote.
 *
 * @param notes what changed against the version before
 * @param optionalTotal options that were not chosen, without tax
 * @param costTotal only for those who may see costs, like the margin
 * @param marginPercent of the discounted subtotal; left out while the cost of a line is not known
 * @param restoredFromVersion the version it was copied from, if that is not the one before it
 * @param documentAttachmentId the PDF as it was sent
 */
public record VersionView(
        UUID id,
        int version,
        Instant createdAt,
        UUID quoteId,
        int versionNumber,
        QuoteVersionStatus status,
        @Nullable String introText,
        @Nullable String closingText,
        @Nullable String notes,
        LocalDate priceDate,
        BigDecimal subtotal,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountFixed,
        BigDecimal discountAmount,
        BigDecimal shippingAmount,
        BigDecimal shippingTaxRate,
        BigDecimal taxAmount,
        BigDecimal total,
        BigDecimal optionalTotal,
        @Nullable BigDecimal costTotal,
        @Nullable BigDecimal marginPercent,
        @Nullable BigDecimal depositPercent,
        boolean approvalRequired,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvalNote,
        @Nullable Integer restoredFromVersion,
        @Nullable UUID documentAttachmentId,
        @Nullable String documentSha256,
        @Nullable Instant sentAt,
        @Nullable UUID sentBy,
        @Nullable String sentTo,
        List<LineView> lines)
        implements Versioned {

    static VersionView of(QuoteVersion row, List<QuoteItem> items) {
        boolean costs = Call.current().permits(Permissions.COST);
        return new VersionView(
                row.id(),
                row.version(),
                row.made(),
                row.quoteId,
                row.versionNumber,
                row.status,
                row.introText,
                row.closingText,
                row.notes,
                row.priceDate,
                row.subtotal,
                row.discountPercent,
                row.discountFixed,
                row.discountAmount,
                row.shippingAmount,
                row.shippingTaxRate,
                row.taxAmount,
                row.total,
                row.optionalTotal,
                costs ? row.costTotal : null,
                costs ? row.marginPercent : null,
                row.depositPercent,
                row.approvalRequired,
                row.approvedBy,
                row.approvedAt,
                row.approvalNote,
                row.restoredFromVersion,
                row.documentAttachmentId,
                row.documentSha256,
                row.sentAt,
                row.sentBy,
                row.sentTo,
                items.stream().map(LineView::of).toList());
    }
}
