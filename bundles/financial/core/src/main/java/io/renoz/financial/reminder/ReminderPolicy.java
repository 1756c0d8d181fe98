package io.renoz.financial.reminder;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The organization's way of reminding; off until it is turned on. */
@Component(service = ReminderPolicy.class)
public final class ReminderPolicy {

    private final Tables tables;

    @Activate
    public ReminderPolicy(@Reference(target = "(domain=financial)") Tables tables) {
        this.tables = tables;
    }

    /** Makes sure that there is a row to change; a second time changes nothing. */
    public void prepare() {
        if (find().isEmpty()) {
            tables.add(ReminderSetting.initial());
            tables.flush();
        }
    }

    ReminderSetting current() {
        return find().orElseThrow(() -> Problem.notFound("reminder setting"));
    }

    private Optional<ReminderSetting> find() {
        return tables.entities()
                .createQuery("select s from ReminderSetting s", ReminderSetting.class)
                .getResultStream()
                .findFirst();
    }
}
