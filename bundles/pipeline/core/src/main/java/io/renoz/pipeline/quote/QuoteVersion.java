package io.renoz.pipeline.quote;

import io.renoz.data.Audited;
import io.renoz.data.Parts;
import io.renoz.data.Sensitive;
import io.renoz.data.entity.TenantRecord;
import io.renoz.pipeline.Values;
import io.renoz.products.api.CalculatedDocument;
import io.renoz.settings.api.AttachmentRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** One state of an offer. It never changes once it was sent, but for what became of it. */
@Entity
@Table(schema = "pipeline", name = "quote_versions")
@Audited(type = "quote_version", parent = "quoteId", parentType = "quote")
class QuoteVersion extends TenantRecord {

    UUID quoteId;

    int versionNumber;

    QuoteVersionStatus status = QuoteVersionStatus.DRAFT;

    @Nullable
    String introText;

    @Nullable
    String closingText;

    @Nullable
    String notes;

    LocalDate priceDate;

    BigDecimal subtotal = BigDecimal.ZERO;

    @Nullable
    BigDecimal discountPercent;

    @Nullable
    BigDecimal discountFixed;

    BigDecimal discountAmount = BigDecimal.ZERO;

    BigDecimal shippingAmount = BigDecimal.ZERO;

    BigDecimal shippingTaxRate = new BigDecimal("0.00");

    BigDecimal taxAmount = BigDecimal.ZERO;

    BigDecimal total = BigDecimal.ZERO;

    BigDecimal optionalTotal = BigDecimal.ZERO;

    @Sensitive
    @Nullable
    BigDecimal costTotal;

    @Sensitive
    @Nullable
    BigDecimal marginPercent;

    @Nullable
    BigDecimal depositPercent;

    boolean approvalRequired;

    @Nullable
    UUID approvedBy;

    @Nullable
    Instant approvedAt;

    @Nullable
    String approvalNote;

    @Nullable
    Integer restoredFromVersion;

    @Nullable
    UUID documentAttachmentId;

    @Nullable
    String documentSha256;

    @Nullable
    Instant sentAt;

    @Nullable
    UUID sentBy;

    @Nullable
    String sentTo;

    @Nullable
    UUID emailHistoryId;

    @Transient
    @Parts("quoteVersionId")
    List<QuoteItem> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected QuoteVersion() {}

    QuoteVersion(UUID quote, int number, LocalDate priced) {
        this.quoteId = quote;
        this.versionNumber = number;
        this.priceDate = priced;
    }

    /** The next version, as another one was. */
    QuoteVersion(int number, QuoteVersion other) {
        this(other.quoteId, number, other.priceDate);
        introText = other.introText;
        closingText = other.closingText;
        discountPercent = other.discountPercent;
        discountFixed = other.discountFixed;
        shippingAmount = other.shippingAmount;
        shippingTaxRate = other.shippingTaxRate;
        depositPercent = other.depositPercent;
        other.inOrder().forEach(item -> lines.add(new QuoteItem(id(), item)));
    }

    /** Gives it what a caller may set of it; says whether any amount may change by it. */
    boolean take(QuoteInput input) {
        introText = input.introText();
        closingText = input.closingText();
        notes = input.versionNotes();
        depositPercent = input.depositPercent();
        boolean same = Values.same(discountPercent, input.discountPercent())
                && Values.same(discountFixed, input.discountFixed())
                && Values.same(shippingAmount, input.shippingAmount())
                && Values.same(shippingTaxRate, input.shippingTaxRate());
        if (!same) {
            discountPercent = input.discountPercent();
            discountFixed = input.discountFixed();
            shippingAmount = input.shippingAmount();
            shippingTaxRate = input.shippingTaxRate();
        }
        return !same;
    }

    /** Replaces the lines, number by number, so that none gets a number that another still has. */
    void replace(List<PricedLine> priced) {
        List<QuoteItem> there = inOrder();
        for (int i = 0; i < priced.size(); i++) {
            if (i < there.size()) {
                there.get(i).take(priced.get(i));
            } else {
                lines.add(new QuoteItem(id(), i + 1, priced.get(i)));
            }
        }
        lines.removeIf(item -> item.lineNumber > priced.size());
    }

    List<QuoteItem> inOrder() {
        return lines.stream()
                .sorted(Comparator.comparingInt(item -> item.lineNumber))
                .toList();
    }

    void calculated(CalculatedDocument amounts, BigDecimal optional) {
        subtotal = amounts.subtotal();
        discountAmount = amounts.discount();
        shippingAmount = amounts.freight();
        taxAmount = amounts.tax();
        total = amounts.total();
        optionalTotal = optional;
    }

    /** What is left for us before costs. */
    BigDecimal net() {
        return subtotal.subtract(discountAmount);
    }

    void approve(@Nullable UUID by, Instant at, @Nullable String note) {
        approvedBy = by;
        approvedAt = at;
        approvalNote = note;
    }

    /** PIP-13: lines or discounts have changed. */
    void withdrawApproval() {
        approvedBy = null;
        approvedAt = null;
        approvalNote = null;
    }

    boolean approved() {
        return !approvalRequired || approvedAt != null;
    }

    void send(@Nullable UUID by, Instant at, @Nullable String to) {
        status = QuoteVersionStatus.SENT;
        sentBy = by;
        sentAt = at;
        sentTo = to;
    }

    void documented(AttachmentRef document) {
        documentAttachmentId = document.id();
        documentSha256 = document.sha256();
    }

    /** When it was sent; asked only of versions that were. */
    Instant sent() {
        return Objects.requireNonNull(sentAt);
    }

    Instant made() {
        return Objects.requireNonNull(createdAt());
    }

    /** PIP-13: whether somebody made it, or changed it last. */
    boolean writtenBy(UUID user) {
        return user.equals(createdBy()) || user.equals(updatedBy());
    }
}
