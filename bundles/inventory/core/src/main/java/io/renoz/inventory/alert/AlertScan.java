package io.renoz.inventory.alert;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.RecordTypes;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.api.Notifications;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-19: opens and resolves alert events: every hour for all products, and soon after a movement for those that moved. */
@Component(service = {Job.class, EventListener.class, AlertScan.class})
public final class AlertScan implements Job, EventListener {

    private final Tables tables;
    private final Conditions conditions;
    private final Notifications notifications;
    private final UserDirectory users;
    private final EventPublisher events;
    private final InventoryCalendar calendar;

    @Activate
    public AlertScan(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Conditions conditions,
            @Reference Notifications notifications,
            @Reference UserDirectory users,
            @Reference EventPublisher events,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.conditions = conditions;
        this.notifications = notifications;
        this.users = users;
        this.events = events;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "inventory.alert-scan";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    /** One alert a batch, so that a large organization does not do all in one transaction. */
    @Override
    public Optional<String> run(Optional<String> from) {
        UUID after = from.map(UUID::fromString).orElse(new UUID(0, 0));
        List<InventoryAlert> next = tables.entities()
                .createQuery(
                        "select a from InventoryAlert a where a.isActive = true and a.id > :after order by a.id",
                        InventoryAlert.class)
                .setParameter("after", after)
                .setMaxResults(1)
                .getResultList();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        scan(next, null);
        escalate(next.get(0));
        return Optional.of(next.get(0).id().toString());
    }

    @Override
    public Set<String> events() {
        return Set.of(
                "inventory.stock.*",
                "inventory.reservation.*",
                "inventory.transfer.*",
                InventoryEvents.COUNT_COMPLETED);
    }

    @Override
    public void handle(DomainEvent event) {
        if (event.payload().get("productIds") instanceof Collection<?> ids && !ids.isEmpty()) {
            scan(
                    active(),
                    ids.stream().map(id -> UUID.fromString(id.toString())).toList());
        }
    }

    private List<InventoryAlert> active() {
        return tables.entities()
                .createQuery(
                        "select a from InventoryAlert a where a.isActive = true order by a.id", InventoryAlert.class)
                .getResultList();
    }

    /** Looks at some products; null for all. */
    void scan(List<InventoryAlert> alerts, @Nullable Collection<UUID> products) {
        if (alerts.isEmpty()) {
            return;
        }
        Map<UUID, Map<Finding.Key, InventoryAlertEvent>> open = open(alerts, products);
        for (InventoryAlert alert : alerts) {
            Map<Finding.Key, InventoryAlertEvent> before = open.getOrDefault(alert.id(), Map.of());
            var still = new HashSet<Finding.Key>();
            for (Finding finding : conditions.of(alert, products)) {
                still.add(finding.key());
                if (!before.containsKey(finding.key())) {
                    trigger(alert, finding);
                }
            }
            before.forEach((key, event) -> {
                if (!still.contains(key)) {
                    event.resolve(calendar.now());
                    events.publish(told(InventoryEvents.ALERT_RESOLVED, alert, event));
                }
            });
        }
    }

    private Map<UUID, Map<Finding.Key, InventoryAlertEvent>> open(
            List<InventoryAlert> alerts, @Nullable Collection<UUID> products) {
        Set<UUID> among = products == null ? Set.of() : Set.copyOf(products);
        var open = new HashMap<UUID, Map<Finding.Key, InventoryAlertEvent>>();
        tables.entities()
                .createQuery(
                        "select e from InventoryAlertEvent e where e.inventoryAlertId in :alerts and e.status <> :resolved",
                        InventoryAlertEvent.class)
                .setParameter("alerts", alerts.stream().map(InventoryAlert::id).toList())
                .setParameter("resolved", AlertEventStatus.RESOLVED)
                .getResultStream()
                .filter(event -> products == null || among.contains(event.productId))
                .forEach(event -> open.computeIfAbsent(event.inventoryAlertId, id -> new LinkedHashMap<>())
                        .put(event.key(), event));
        return open;
    }

    private void trigger(InventoryAlert alert, Finding finding) {
        Instant now = calendar.now();
        InventoryAlertEvent event = tables.add(InventoryAlertEvent.of(alert, finding, now));
        alert.lastTriggeredAt = now;
        tables.flush();
        events.publish(told(InventoryEvents.ALERT_TRIGGERED, alert, event));
        NotificationRequest request = request(alert, event);
        Set<UUID> told = new HashSet<>();
        alert.roles()
                .forEach(role -> users.withRole(role).stream().map(UserRef::id).forEach(told::add));
        notifications.notify(told.isEmpty() ? request.toHoldersOf(Permissions.WRITE) : request.toUsers(told));
    }

    private static NotificationRequest request(InventoryAlert alert, InventoryAlertEvent event) {
        return NotificationRequest.of("inventory", NotificationType.INVENTORY, alert.name, event.message)
                .about(RecordTypes.ALERT_EVENT, event.id(), alert.name)
                .once("inventory.alert:" + event.id());
    }

    /** What nobody looked after in time goes to somebody else. */
    private void escalate(InventoryAlert alert) {
        UUID user = alert.escalationUserId;
        Integer hours = alert.escalateAfterHours;
        if (user == null || hours == null) {
            return;
        }
        Instant since = calendar.now().minus(Duration.ofHours(hours));
        tables.entities()
                .createQuery(
                        "select e from InventoryAlertEvent e where e.inventoryAlertId = :alert and e.status = :open"
                                + " and e.escalatedAt is null and e.triggeredAt <= :since",
                        InventoryAlertEvent.class)
                .setParameter("alert", alert.id())
                .setParameter("open", AlertEventStatus.OPEN)
                .setParameter("since", since)
                .getResultList()
                .forEach(event -> {
                    event.escalatedAt = calendar.now();
                    notifications.notify(
                            request(alert, event).toUser(user).once("inventory.alert-escalated:" + event.id()));
                });
    }

    static DomainEvent told(String name, InventoryAlert alert, InventoryAlertEvent event) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("alertType", Coded.of(alert.alertType));
        payload.put("productId", event.productId);
        if (event.locationId != null) {
            payload.put("locationId", event.locationId);
        }
        payload.put("measuredValue", event.measuredValue);
        payload.put("thresholdValue", event.thresholdValue);
        payload.put("message", event.message);
        return new DomainEvent(name, RecordTypes.ALERT_EVENT, event.id(), payload);
    }
}
