package io.renoz.financial.reminder;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.financial.Money;
import java.math.BigDecimal;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A step of the ladder. */
@Entity
@Table(schema = "financial", name = "reminder_templates")
@Audited(type = "reminder_template", name = "name")
public class ReminderTemplate extends TenantRecord {

    String name;

    /** Never null once stored. */
    @Nullable
    Integer daysOverdue;

    String subject;
    String body;
    BigDecimal feeAmount = Money.ZERO;
    Boolean isActive = true;
    int sortOrder;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected ReminderTemplate() {}

    int days() {
        return daysOverdue == null ? 0 : daysOverdue;
    }
}
