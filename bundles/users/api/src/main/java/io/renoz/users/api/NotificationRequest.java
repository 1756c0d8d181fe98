package io.renoz.users.api;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something people should know. Immutable: {@code NotificationRequest.of("customers", CUSTOMER, "Call due", "Call Ann
 * back.").toUsers(owner).about(record).once("customers.activity:" + id)}.
 *
 * @param module that tells it
 * @param type what it is about
 * @param title one line, at most 200 characters; what is longer is cut
 * @param message at most 2,000 characters; what is longer is cut
 * @param users who are told, with the members of {@code groups} and the holders of {@code permissions}; each once
 * @param groups whose members are told, with those of the groups below
 * @param permissions in full ({@code orders.approve}); who has one of them is told
 * @param entity the record it is about; only who may read it is told
 * @param actionUrl where a click leads
 * @param dedupeKey an unread notification of the same user and key is replaced instead of repeated; at most 200 characters
 */
public record NotificationRequest(
        String module,
        NotificationType type,
        NotificationPriority priority,
        String title,
        String message,
        Set<UUID> users,
        Set<UUID> groups,
        Set<String> permissions,
        Optional<Entity> entity,
        Optional<String> actionUrl,
        Optional<String> dedupeKey) {

    private static final int TITLE = 200;
    private static final int MESSAGE = 2000;
    private static final int KEY = 200;

    public NotificationRequest {
        title = cut(title, TITLE);
        message = cut(message, MESSAGE);
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
        permissions = Set.copyOf(permissions);
        if (title.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException("A notification has a title and a message.");
        }
        if (dedupeKey.filter(key -> key.length() > KEY).isPresent()) {
            throw new IllegalArgumentException("A dedupe key has at most " + KEY + " characters.");
        }
    }

    /**
     * A record.
     *
     * @param type as the audit log names it, {@code customer}
     * @param name as people know it, at the time of telling
     */
    public record Entity(String type, UUID id, @Nullable String name) {}

    /** One of normal priority that nobody is told of yet. */
    public static NotificationRequest of(String module, NotificationType type, String title, String message) {
        return new NotificationRequest(
                module,
                type,
                NotificationPriority.NORMAL,
                title,
                message,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** The same for these users. */
    public NotificationRequest toUsers(Collection<UUID> ids) {
        return with(priority, Set.copyOf(ids), groups, permissions, entity, actionUrl, dedupeKey);
    }

    /** The same for one user. */
    public NotificationRequest toUser(UUID id) {
        return toUsers(Set.of(id));
    }

    /** The same for the members of these groups and of the groups below them. */
    public NotificationRequest toGroups(Collection<UUID> ids) {
        return with(priority, users, Set.copyOf(ids), permissions, entity, actionUrl, dedupeKey);
    }

    /** The same for everybody who has a permission, given in full. */
    public NotificationRequest toHoldersOf(String permission) {
        return with(priority, users, groups, Set.of(permission), entity, actionUrl, dedupeKey);
    }

    /** The same about a record. */
    public NotificationRequest about(String entityType, UUID id, @Nullable String name) {
        return with(
                priority,
                users,
                groups,
                permissions,
                Optional.of(new Entity(entityType, id, name)),
                actionUrl,
                dedupeKey);
    }

    /** The same with another priority. */
    public NotificationRequest pressing(NotificationPriority other) {
        return with(other, users, groups, permissions, entity, actionUrl, dedupeKey);
    }

    /** The same leading somewhere. */
    public NotificationRequest leadingTo(String url) {
        return with(priority, users, groups, permissions, entity, Optional.of(url), dedupeKey);
    }

    /** The same, replacing an unread one with that key. */
    public NotificationRequest once(String key) {
        return with(priority, users, groups, permissions, entity, actionUrl, Optional.of(key));
    }

    private NotificationRequest with(
            NotificationPriority newPriority,
            Set<UUID> newUsers,
            Set<UUID> newGroups,
            Set<String> newPermissions,
            Optional<Entity> newEntity,
            Optional<String> newUrl,
            Optional<String> newKey) {
        return new NotificationRequest(
                module,
                type,
                newPriority,
                title,
                message,
                newUsers,
                newGroups,
                newPermissions,
                newEntity,
                newUrl,
                newKey);
    }
}
