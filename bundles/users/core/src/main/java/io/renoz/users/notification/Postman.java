package io.renoz.users.notification;

import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.job.JobScheduler;
import io.renoz.mail.MailAddress;
import io.renoz.mail.MailMessage;
import io.renoz.mail.Mailer;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.users.preference.Preferences;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** USR-20, USR-21: notifications as mails: at once, in the morning, or not at all, as their user likes. */
@Component(service = Postman.class)
public final class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    /** USR-20: of the user's zone. */
    static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final int SUBJECT = 200;

    private final Tables tables;
    private final Preferences preferences;
    private final OrganizationDirectory organizations;
    private final Mailer mailer;
    private final JobScheduler jobs;
    private final Clock clock;

    @Activate
    public Postman(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Preferences preferences,
            @Reference OrganizationDirectory organizations,
            @Reference Mailer mailer,
            @Reference JobScheduler jobs,
            @Reference Clock clock) {
        this.tables = tables;
        this.preferences = preferences;
        this.organizations = organizations;
        this.mailer = mailer;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A user as a reader of mails; nobody when the user has been stopped since. */
    private record Reader(@Nullable User user, MailChoice choice, ZoneId zone) {

        /** When mails that wait for the morning go, seen from when they were written. */
        Instant morning(Instant after) {
            ZonedDateTime local = after.atZone(zone);
            ZonedDateTime today = local.toLocalDate().atTime(MORNING).atZone(zone);
            return (today.isAfter(local)
                            ? today
                            : local.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone))
                    .toInstant();
        }

        boolean waits(Notification notification) {
            return choice == MailChoice.DAILY_DIGEST && !notification.urgent();
        }
    }

    /** New ones: those that nobody wants as a mail are done, the others are to be fetched in time. */
    void expect(Collection<Notification> told) {
        Map<UUID, Reader> readers =
                readers(told.stream().map(notification -> notification.userId).collect(Collectors.toSet()));
        Instant now = clock.instant();
        Optional<Instant> earliest = Optional.empty();
        for (Notification notification : told) {
            Reader reader = Objects.requireNonNull(readers.get(notification.userId));
            if (reader.choice() == MailChoice.NEVER && !notification.urgent()) {
                notification.sent(now, false);
            } else {
                earliest = earlier(earliest, reader.waits(notification) ? reader.morning(now) : now);
            }
        }
        earliest.ifPresent(at -> ask(at, now));
    }

    /** What nobody could ask for waits for whoever asks next; it undoes nothing. */
    private void ask(Instant at, Instant now) {
        try {
            if (at.isAfter(now)) {
                jobs.runAt(NotificationMails.NAME, at);
            } else {
                jobs.runNow(NotificationMails.NAME);
            }
        } catch (Problem absent) {
            log.warn("Mails of notifications wait: {}", absent.detail());
        }
    }

    /** What is due of some users' notifications, which wait since they were written; asks to be called again for the rest. */
    void deliver(List<Notification> pending) {
        Map<UUID, List<Notification>> byUser =
                pending.stream().collect(Collectors.groupingBy(notification -> notification.userId));
        Map<UUID, Reader> readers = readers(byUser.keySet());
        Instant now = clock.instant();
        Optional<Instant> next = Optional.empty();
        for (Map.Entry<UUID, List<Notification>> one : byUser.entrySet()) {
            Reader reader = Objects.requireNonNull(readers.get(one.getKey()));
            Optional<Instant> later = deliver(reader, one.getValue(), now);
            next = later.isPresent() ? earlier(next, later.get()) : next;
        }
        next.ifPresent(at -> ask(at, now));
    }

    /** When something is left that waits for the morning: that morning. */
    private Optional<Instant> deliver(Reader reader, List<Notification> pending, Instant now) {
        User user = reader.user();
        if (user == null) {
            pending.forEach(notification -> notification.sent(now, false));
            return Optional.empty();
        }
        List<Notification> alone =
                pending.stream().filter(one -> !reader.waits(one)).toList();
        List<Notification> waiting = pending.stream().filter(reader::waits).toList();
        List<Notification> due = waiting.stream()
                .filter(one ->
                        !reader.morning(Objects.requireNonNull(one.told())).isAfter(now))
                .toList();
        alone.forEach(one -> mail(user, List.of(one), now));
        if (!due.isEmpty()) {
            mail(user, due, now);
        }
        return due.size() < waiting.size() ? Optional.of(reader.morning(now)) : Optional.empty();
    }

    /** USR-20: what cannot be handed over is marked so, and undoes nothing. */
    private void mail(User user, List<Notification> notifications, Instant now) {
        try {
            mailer.send(message(user, notifications));
            notifications.forEach(notification -> notification.sent(now, true));
        } catch (Problem refused) {
            notifications.forEach(notification -> notification.failed(refused.detail()));
        }
    }

    private MailMessage message(User user, List<Notification> notifications) {
        var to = new MailAddress(user.email(), MailMessage.line(user.name(), SUBJECT));
        String subject = notifications.size() == 1
                ? notifications.get(0).title
                : notifications.size() + " notifications from "
                        + organizations.current().name();
        String text = notifications.stream().map(this::paragraph).collect(Collectors.joining("\n\n"));
        return MailMessage.of(to, MailMessage.line(subject, SUBJECT), text + "\n");
    }

    private String paragraph(Notification notification) {
        var text = new StringBuilder(notification.title).append("\n").append(notification.message);
        UUID delegator = notification.onBehalfOf;
        if (delegator != null) {
            tables.find(User.class, delegator).ifPresent(user -> text.append("\nYou are told because you stand in for ")
                    .append(user.name())
                    .append('.'));
        }
        if (notification.actionUrl != null) {
            text.append("\n").append(notification.actionUrl);
        }
        return text.toString();
    }

    private Map<UUID, Reader> readers(Set<UUID> ids) {
        var readers = new HashMap<UUID, Reader>();
        if (ids.isEmpty()) {
            return readers;
        }
        Map<UUID, Json> choices = preferences.of(ids, Preferences.USERS, Preferences.MAILS);
        ZoneId here = organizations.current().timezone();
        Map<UUID, User> active = tables.entities()
                .createQuery("select u from User u where u.id in :ids and u.deletedAt is null", User.class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(User::active)
                .collect(Collectors.toMap(User::id, user -> user));
        for (UUID id : ids) {
            User user = active.get(id);
            Json choice = choices.get(id);
            readers.put(
                    id,
                    new Reader(
                            user,
                            choice == null
                                    ? MailChoice.INSTANT
                                    : MailChoice.of(
                                            choice.text().replace("\"", "").strip()),
                            user == null ? here : user.zone().orElse(here)));
        }
        return readers;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Instant other) {
        return Optional.of(one.filter(other::isAfter).orElse(other));
    }
}
