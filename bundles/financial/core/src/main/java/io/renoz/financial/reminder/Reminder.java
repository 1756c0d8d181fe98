package io.renoz.financial.reminder;

import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A reminder that went out, or was to, with the text that was sent. */
@Entity
@Table(schema = "financial", name = "reminder_history")
public class Reminder extends TenantRecord {

    UUID orderId;
    UUID customerId;

    @Nullable
    UUID templateId;

    @Nullable
    String templateName;

    @Nullable
    Integer ladderDays;

    int daysOverdue;
    BigDecimal balanceDue;

    @Nullable
    String subjectSent;

    @Nullable
    String bodySent;

    String recipientEmail = "";
    Instant sentAt;
    ReminderDeliveryStatus deliveryStatus = ReminderDeliveryStatus.QUEUED;

    @Nullable
    String deliveryError;

    boolean isManualSend;

    @Nullable
    UUID emailHistoryId;

    @Nullable
    String runKey;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Reminder() {}

    Reminder(Candidate candidate, ReminderTemplate step, BigDecimal balance, boolean manual, Instant at) {
        orderId = candidate.orderId();
        customerId = candidate.customerId();
        templateId = step.id();
        templateName = step.name;
        ladderDays = step.days();
        daysOverdue = candidate.daysOverdue();
        balanceDue = balance;
        isManualSend = manual;
        sentAt = at;
        runKey = candidate.runKey(step.days());
    }

    void skip(String why) {
        deliveryStatus = ReminderDeliveryStatus.SKIPPED;
        deliveryError = why;
    }
}
