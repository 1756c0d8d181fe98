package io.renoz.users.api;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Tells users things, under the bell and by mail. Thread-safe. */
@ProviderType
public interface Notifications {

    /**
     * Tells whoever is meant, with the caller's transaction: shown after its commit, mailed soon after that. Only active users
     * who may read the record are told, nobody of what they did themselves; a stand-in gets a copy. A mail that cannot be
     * handed over undoes nothing.
     *
     * @return how many rows were written, copies for stand-ins included
     */
    int notify(NotificationRequest request);

    /** Takes back what is unread under a key, for every user; returns how many. */
    int withdraw(String dedupeKey);

    /**
     * Those of the keys under which a user was told something that is still kept, read or not: for what is told once only.
     */
    Set<String> told(UUID user, Collection<String> dedupeKeys);
}
