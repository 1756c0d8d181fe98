package io.renoz.pipeline.opportunity;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.pipeline.Numbers;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.api.Notifications;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says every morning for which open opportunities it is time to get in touch. */
@Component
public final class FollowUps implements Job {

    private static final int BATCH = 500;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Tables tables;
    private final EventPublisher events;
    private final Notifications notifications;
    private final Numbers numbers;

    @Activate
    public FollowUps(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference EventPublisher events,
            @Reference Notifications notifications,
            @Reference Numbers numbers) {
        this.tables = tables;
        this.events = events;
        this.notifications = notifications;
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "pipeline.follow-ups";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(MORNING);
    }

    /** {@code from} is the opportunity the batch before ended with. */
    @Override
    public Optional<String> run(Optional<String> from) {
        LocalDate today = numbers.today();
        List<Opportunity> due = tables.entities()
                .createQuery(
                        "select o from Opportunity o where o.followUpDate <= :today and o.stage in :open"
                                + " and o.deletedAt is null and o.id > :after order by o.id",
                        Opportunity.class)
                .setParameter("today", today)
                .setParameter("open", OpenValue.OPEN)
                .setParameter("after", from.map(UUID::fromString).orElse(new UUID(0, 0)))
                .setMaxResults(BATCH)
                .getResultList();
        due.forEach(opportunity -> tell(opportunity, today));
        return due.size() < BATCH
                ? Optional.empty()
                : Optional.of(due.get(due.size() - 1).id().toString());
    }

    private void tell(Opportunity opportunity, LocalDate today) {
        events.publish(DealEvents.followUpDue(opportunity));
        if (opportunity.assignedTo != null) {
            notifications.notify(NotificationRequest.of(
                            "pipeline",
                            NotificationType.CUSTOMER,
                            "Follow up: " + opportunity.title,
                            Objects.requireNonNullElse(opportunity.followUpNote, "It is time to get in touch."))
                    .toUser(opportunity.assignedTo)
                    .about(DealTypes.OPPORTUNITY, opportunity.id(), opportunity.title)
                    .once("pipeline.follow-up:" + opportunity.id() + ":" + today));
        }
    }
}
