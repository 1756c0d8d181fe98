package io.renoz.financial.reminder;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/reminder-templates}: the steps of the ladder. */
@Component
@Path("reminder-templates")
public final class ReminderTemplateResource
        implements Crud<ReminderTemplateResource.Input, ReminderTemplateResource.View> {

    static final int EARLIEST = -60;
    static final int LATEST = 365;

    private static final int WEEK = 7;

    /**
     * What a caller may set.
     *
     * @param daysOverdue when it is sent, negative for days before the due date; a week after the last step when left out
     * @param feeAmount shown as late fee; the balance stays as it is
     */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Min(EARLIEST) @Max(LATEST) Integer daysOverdue,
            @NotBlank @Size(max = 255) String subject,
            @NotBlank @Size(max = 20000) String body,

            @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal feeAmount,

            Boolean isActive,
            int sortOrder) {

        public Input {
            feeAmount = feeAmount == null ? BigDecimal.ZERO : feeAmount;
            isActive = isActive == null || isActive;
            if (subject != null) {
                Placeholders.check("subject", subject);
            }
            if (body != null) {
                Placeholders.check("body", body);
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String name,
            Integer daysOverdue,
            String subject,
            String body,
            BigDecimal feeAmount,
            Boolean isActive,
            int sortOrder)
            implements Versioned {}

    private final Tables tables;
    private final Rows<ReminderTemplate, Input, View> rows;

    @Activate
    public ReminderTemplateResource(@Reference(target = "(domain=financial)") Tables tables) {
        this.tables = tables;
        rows = tables.of(ReminderTemplate.class)
                .filter("isActive")
                .sort("daysOverdue")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<ReminderTemplate, Input, View> records() {
        return rows;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        Set<Integer> taken = new HashSet<>(tables.entities()
                .createQuery("select t.daysOverdue from ReminderTemplate t", Integer.class)
                .getResultList());
        inputs.stream().map(Input::daysOverdue).filter(days -> days != null).forEach(taken::add);
        return rows.createAll(inputs, (step, input) -> {
            if (step.daysOverdue == null) {
                step.daysOverdue = free(taken);
                taken.add(step.daysOverdue);
            }
        });
    }

    /** A week after the last step, or where there is still room. */
    private static int free(Set<Integer> taken) {
        int last = taken.stream().mapToInt(Integer::intValue).max().orElse(0);
        if (last + WEEK <= LATEST) {
            return last + WEEK;
        }
        for (int day = LATEST; day >= EARLIEST; day--) {
            if (!taken.contains(day)) {
                return day;
            }
        }
        throw Problem.invalid("daysOverdue", "There is a step for every day.");
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        return rows.update(id, patch, (step, input) -> {
            if (step.daysOverdue == null) {
                throw Problem.invalid("daysOverdue", "A step has its day.");
            }
        });
    }

    /** What was sent keeps its text and its step's name. */
    @Override
    @Answers("reference-in-use")
    public void delete(UUID id) {
        tables.require(ReminderTemplate.class, id);
        tables.entities()
                .createNativeQuery("update financial.reminder_history set template_id = null, version = version + 1"
                        + " where organization_id = ?1 and template_id = ?2")
                .setParameter(1, Call.tenant())
                .setParameter(2, id)
                .executeUpdate();
        rows.delete(id);
    }
}
