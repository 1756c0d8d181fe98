package io.renoz.users.notification;

import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands over the mails of notifications, some users at a time; asked for by whoever tells something. */
@Component
public final class NotificationMails implements Job {

    static final String NAME = "users.send-notification-mails";

    private static final int USERS = 20;
    private static final String PENDING = "n.status = io.renoz.users.notification.NotificationStatus.PENDING";

    private final Tables tables;
    private final Postman postman;

    @Activate
    public NotificationMails(@Reference(target = "(domain=users)") Tables tables, @Reference Postman postman) {
        this.tables = tables;
        this.postman = postman;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.onDemand();
    }

    /** {@code from} is the user the batch before ended with. */
    @Override
    public Optional<String> run(Optional<String> from) {
        List<UUID> users = tables.entities()
                .createQuery(
                        "select distinct n.userId from Notification n where " + PENDING
                                + " and n.userId > :from order by n.userId",
                        UUID.class)
                .setParameter("from", from.map(UUID::fromString).orElse(new UUID(0, 0)))
                .setMaxResults(USERS)
                .getResultList();
        if (users.isEmpty()) {
            return Optional.empty();
        }
        postman.deliver(tables.entities()
                .createQuery(
                        "select n from Notification n where " + PENDING
                                + " and n.userId in :users order by n.createdAt, n.id",
                        Notification.class)
                .setParameter("users", users)
                .getResultList());
        tables.flush();
        return users.size() < USERS
                ? Optional.empty()
                : Optional.of(users.get(users.size() - 1).toString());
    }
}
