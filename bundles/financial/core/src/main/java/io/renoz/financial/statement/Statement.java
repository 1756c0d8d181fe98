package io.renoz.financial.statement;

import io.renoz.data.Audited;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.financial.Money;
import io.renoz.financial.api.AgingBuckets;
import io.renoz.settings.api.EntityLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An account statement that was made for a customer. It stays when it is deleted, since it may have gone out. */
@Entity
@Table(schema = "financial", name = "statement_history")
@Audited(type = "statement", name = "statementNumber", customer = "customerId")
public class Statement extends KeptRecord {

    @Searchable
    String statementNumber;

    UUID customerId;
    LocalDate startDate;
    LocalDate endDate;
    String currency;
    BigDecimal openingBalance = Money.ZERO;
    BigDecimal closingBalance = Money.ZERO;
    int invoiceCount;
    int paymentCount;
    int creditNoteCount;
    BigDecimal totalInvoiced = Money.ZERO;
    BigDecimal totalPayments = Money.ZERO;
    BigDecimal totalCredits = Money.ZERO;
    BigDecimal totalTax = Money.ZERO;
    BigDecimal bucketCurrent = Money.ZERO;

    @Column(name = "bucket_1_30")
    BigDecimal bucket130 = Money.ZERO;

    @Column(name = "bucket_31_60")
    BigDecimal bucket3160 = Money.ZERO;

    @Column(name = "bucket_61_90")
    BigDecimal bucket6190 = Money.ZERO;

    @Column(name = "bucket_over_90")
    BigDecimal bucketOver90 = Money.ZERO;

    Instant generatedAt;

    @Nullable
    UUID generatedBy;

    @Nullable
    UUID documentAttachmentId;

    @Nullable
    Instant sentAt;

    @Nullable
    String sentToEmail;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by whoever makes it
    protected Statement() {}

    static Statement empty() {
        return new Statement();
    }

    public EntityLabel label() {
        return EntityLabel.numbered("Statement to " + endDate, statementNumber);
    }

    void age(AgingBuckets buckets) {
        bucketCurrent = buckets.current();
        bucket130 = buckets.days1To30();
        bucket3160 = buckets.days31To60();
        bucket6190 = buckets.days61To90();
        bucketOver90 = buckets.over90();
    }
}
