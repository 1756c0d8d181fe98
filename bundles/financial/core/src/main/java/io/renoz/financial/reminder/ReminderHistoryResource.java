package io.renoz.financial.reminder;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Reads;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/reminder-history} */
@Component
@Path("reminder-history")
public final class ReminderHistoryResource implements Reads<ReminderHistoryResource.View> {

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            UUID orderId,
            UUID customerId,
            @Nullable UUID templateId,
            @Nullable String templateName,
            @Nullable Integer ladderDays,
            int daysOverdue,
            BigDecimal balanceDue,
            @Nullable String subjectSent,
            @Nullable String bodySent,
            String recipientEmail,
            Instant sentAt,
            ReminderDeliveryStatus deliveryStatus,
            @Nullable String deliveryError,
            boolean isManualSend,
            @Nullable String notes)
            implements Versioned {}

    /** Nothing comes in this way. */
    public record Nothing() {}

    private final Rows<Reminder, Nothing, View> rows;

    @Activate
    public ReminderHistoryResource(@Reference(target = "(domain=financial)") Tables tables) {
        rows = tables.of(Reminder.class)
                .filter("orderId", "customerId", "deliveryStatus", "isManualSend", "sentAt")
                .sort("-sentAt")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<Reminder, Nothing, View> records() {
        return rows;
    }
}
