package io.renoz.customers.activity;

import io.renoz.customers.api.ActivityType;
import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.api.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds people of what they have planned, once, when its time has come. */
@Component
public final class Reminders implements Job {

    /** What has been due for longer, because nothing ran, is no news any more. */
    private static final Duration NEWS = Duration.ofDays(2);

    private static final int BATCH = 500;

    private final Tables tables;
    private final Notifications notifications;
    private final Clock clock;

    @Activate
    public Reminders(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference Notifications notifications,
            @Reference Clock clock) {
        this.tables = tables;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customers.activity-reminders";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(5));
    }

    /** {@code from} is the activity the batch before ended with. */
    @Override
    public Optional<String> run(Optional<String> from) {
        List<Activity> due = due(from.map(UUID::fromString).orElse(new UUID(0, 0)));
        Map<UUID, List<Activity>> byUser = due.stream().collect(Collectors.groupingBy(activity -> activity.assignedTo));
        byUser.forEach(this::remind);
        return due.size() < BATCH
                ? Optional.empty()
                : Optional.of(due.get(due.size() - 1).id().toString());
    }

    private List<Activity> due(UUID after) {
        Instant now = clock.instant();
        return tables.entities()
                .createQuery(
                        "select a from Activity a where a.scheduledAt <= :now and a.scheduledAt > :since"
                                + " and a.completedAt is null and a.assignedTo is not null and a.id > :after"
                                + " order by a.id",
                        Activity.class)
                .setParameter("now", now)
                .setParameter("since", now.minus(NEWS))
                .setParameter("after", after)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private void remind(UUID user, List<Activity> due) {
        Set<String> told =
                notifications.told(user, due.stream().map(Reminders::key).toList());
        due.stream().filter(activity -> !told.contains(key(activity))).forEach(activity -> remind(user, activity));
    }

    private void remind(UUID user, Activity activity) {
        boolean call = activity.activityType == ActivityType.CALL;
        notifications.notify(NotificationRequest.of(
                        "customers",
                        call ? NotificationType.CALL_REMINDER : NotificationType.CUSTOMER,
                        "Due now: " + activity.title(),
                        activity.description)
                .toUser(user)
                .about("customer_activity", activity.id(), activity.title())
                .once(key(activity)));
    }

    /** What is put off is told again. */
    private static String key(Activity activity) {
        return "customers.activity:" + activity.id() + ":" + activity.scheduledAt;
    }
}
