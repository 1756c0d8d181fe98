package io.renoz.financial.reminder;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How the organization chases late payers; it has one row. */
@Entity
@Table(schema = "financial", name = "payment_reminder_settings")
@Audited(type = "payment_reminder_setting")
public class ReminderSetting extends TenantRecord {

    boolean isEnabled;

    @Nullable
    UUID defaultTemplateId;

    int sendHour = 9;
    boolean sendOnWeekends;
    BigDecimal minBalance = new BigDecimal("5.00");
    int minDaysBetween = 6;
    int maxReminders = 5;
    boolean attachInvoice = true;
    boolean ccOwner;

    @Nullable
    Integer holdAfterDays;

    @Nullable
    UUID fromIdentityId;

    protected ReminderSetting() {}

    static ReminderSetting initial() {
        return new ReminderSetting();
    }
}
