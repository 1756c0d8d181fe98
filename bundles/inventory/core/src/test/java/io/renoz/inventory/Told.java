package io.renoz.inventory;

import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.Notifications;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What people were told. */
public final class Told implements Notifications {

    public final List<NotificationRequest> requests = new CopyOnWriteArrayList<>();

    @Override
    public int notify(NotificationRequest request) {
        requests.add(request);
        return 1;
    }

    @Override
    public int withdraw(String dedupeKey) {
        return 0;
    }

    @Override
    public Set<String> told(UUID user, Collection<String> dedupeKeys) {
        return Set.of();
    }
}
