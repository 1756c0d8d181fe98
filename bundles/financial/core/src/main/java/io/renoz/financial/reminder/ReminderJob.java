package io.renoz.financial.reminder;

import io.renoz.data.Page;
import io.renoz.financial.Books;
import io.renoz.financial.Outgoing;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-13, FIN-14: sends the ladder once a day, at the organization's hour. */
@Component(service = {Job.class, ReminderJob.class})
public final class ReminderJob implements Job {

    private final ReminderPolicy policy;
    private final Candidates candidates;
    private final Sending sending;
    private final Outgoing outgoing;
    private final Books books;

    @Activate
    public ReminderJob(
            @Reference ReminderPolicy policy,
            @Reference Candidates candidates,
            @Reference Sending sending,
            @Reference Outgoing outgoing,
            @Reference Books books) {
        this.policy = policy;
        this.candidates = candidates;
        this.sending = sending;
        this.outgoing = outgoing;
        this.books = books;
    }

    @Override
    public String name() {
        return "financial.reminders";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    /** {@code from} is the page of open orders that comes next; a run that has begun is not stopped by the clock. */
    @Override
    public Optional<String> run(Optional<String> from) {
        if (!outgoing.isOn() || (from.isEmpty() && !isTime())) {
            return Optional.empty();
        }
        Map<UUID, ReminderTemplate> steps =
                candidates.steps().stream().collect(Collectors.toMap(ReminderTemplate::id, Function.identity()));
        Page<Candidate> page = candidates.page(from.orElse(null));
        for (Candidate candidate : page.items()) {
            ReminderTemplate step = candidate.templateId() == null ? null : steps.get(candidate.templateId());
            if (step != null) {
                sending.send(candidate, step, false);
            }
        }
        return Optional.ofNullable(page.next());
    }

    private boolean isTime() {
        ReminderSetting setting = policy.current();
        ZonedDateTime there = books.now().atZone(books.zone());
        boolean weekend = there.getDayOfWeek() == DayOfWeek.SATURDAY || there.getDayOfWeek() == DayOfWeek.SUNDAY;
        return setting.isEnabled && there.getHour() == setting.sendHour && (setting.sendOnWeekends || !weekend);
    }
}
