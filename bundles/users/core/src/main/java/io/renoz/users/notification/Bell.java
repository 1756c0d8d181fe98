package io.renoz.users.notification;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.Notifications;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-20: tells users things. */
@Component
public final class Bell implements Notifications {

    private static final String UNREAD = "n.status in (io.renoz.users.notification.NotificationStatus.PENDING,"
            + " io.renoz.users.notification.NotificationStatus.SENT, io.renoz.users.notification.NotificationStatus.FAILED)";

    private final Tables tables;
    private final Audience audience;
    private final Postman postman;

    @Activate
    public Bell(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Audience audience,
            @Reference Postman postman) {
        this.tables = tables;
        this.audience = audience;
        this.postman = postman;
    }

    @Override
    public int notify(NotificationRequest request) {
        Map<UUID, @Nullable UUID> reached = audience.of(request);
        if (reached.isEmpty()) {
            return 0;
        }
        request.dedupeKey().ifPresent(key -> replace(key, reached));
        List<Notification> told = reached.entrySet().stream()
                .map(one -> tables.add(new Notification(one.getKey(), request, one.getValue())))
                .toList();
        tables.flush();
        postman.expect(told);
        return told.size();
    }

    /** Two that tell the same at once do so one after the other. */
    private void replace(String key, Map<UUID, @Nullable UUID> reached) {
        tables.entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, Call.tenant() + " notification " + key)
                .getSingleResult();
        unread(key).stream()
                .filter(notification -> reached.containsKey(notification.userId))
                .forEach(tables::remove);
    }

    @Override
    public int withdraw(String dedupeKey) {
        List<Notification> unread = unread(dedupeKey);
        unread.forEach(tables::remove);
        tables.flush();
        return unread.size();
    }

    @Override
    public Set<String> told(UUID user, Collection<String> dedupeKeys) {
        if (dedupeKeys.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(tables.entities()
                .createQuery(
                        "select distinct n.dedupeKey from Notification n where n.userId = :user and n.dedupeKey in :keys",
                        String.class)
                .setParameter("user", user)
                .setParameter("keys", dedupeKeys)
                .getResultList());
    }

    private List<Notification> unread(String key) {
        return tables.entities()
                .createQuery("select n from Notification n where n.dedupeKey = :key and " + UNREAD, Notification.class)
                .setParameter("key", key)
                .getResultList();
    }
}
