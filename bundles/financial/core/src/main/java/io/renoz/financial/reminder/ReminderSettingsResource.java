package io.renoz.financial.reminder;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.PositiveOrZero;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/payment-reminder-settings}: one an organization. */
@Component
@Path("payment-reminder-settings")
public final class ReminderSettingsResource implements Resource {

    /**
     * What a caller may set.
     *
     * @param defaultTemplateId the step for orders that none was chosen for
     * @param sendHour local hour of the daily run
     * @param minBalance smaller balances are left alone
     * @param minDaysBetween two reminders of one order
     * @param maxReminders of one order
     * @param ccOwner whether the order's sales person gets a copy
     * @param holdAfterDays days late after which a customer is put on credit hold; never when left out
     */
    public record Input(
            boolean isEnabled,
            @Nullable UUID defaultTemplateId,
            @Min(0) @Max(23) int sendHour,
            boolean sendOnWeekends,

            @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal minBalance,

            @Min(0) @Max(365) int minDaysBetween,
            @Min(1) @Max(100) int maxReminders,
            boolean attachInvoice,
            boolean ccOwner,
            @Nullable @Min(1) @Max(3650) Integer holdAfterDays) {

        public Input {
            minBalance = minBalance == null ? BigDecimal.ZERO : minBalance;
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            boolean isEnabled,
            @Nullable UUID defaultTemplateId,
            int sendHour,
            boolean sendOnWeekends,
            BigDecimal minBalance,
            int minDaysBetween,
            int maxReminders,
            boolean attachInvoice,
            boolean ccOwner,
            @Nullable Integer holdAfterDays,
            @Nullable UUID fromIdentityId)
            implements Versioned {}

    private final Tables tables;
    private final ReminderPolicy policy;
    private final Rows<ReminderSetting, Input, View> rows;

    @Activate
    public ReminderSettingsResource(
            @Reference(target = "(domain=financial)") Tables tables, @Reference ReminderPolicy policy) {
        this.tables = tables;
        this.policy = policy;
        this.rows = tables.of(ReminderSetting.class).byName(Input.class, View.class);
    }

    @GET
    @Summary("How late payers are reminded")
    public View get() {
        return rows.view(policy.current());
    }

    @PATCH
    @Summary("Changes how late payers are reminded")
    public View update(Patch<Input> patch) {
        return rows.update(policy.current().id(), patch, (row, input) -> {
            UUID template = input.defaultTemplateId();
            if (template != null
                    && tables.find(ReminderTemplate.class, template).isEmpty()) {
                throw Problem.invalid("defaultTemplateId", "There is no such step.");
            }
        });
    }
}
