package io.renoz.users.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Knows the users of the current organization. Thread-safe. */
@ProviderType
public interface UserDirectory {

    /** One by id, also of those who have left. */
    Optional<UserRef> find(UUID id);

    /** Those of the ids that are users, in one query. */
    Map<UUID, UserRef> findAll(Collection<UUID> ids);

    /**
     * One who can be given work.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state} when the user is not active
     */
    UserRef requireActive(UUID id);

    /** One by e-mail address, whatever the case. */
    Optional<UserRef> findByEmail(String email);

    /** The one user who owns the organization. */
    Optional<UserRef> owner();

    /** Active users with a role, by name. */
    List<UserRef> withRole(String key);

    /** Active users in a group, by name; {@code nested} adds those of the groups below. None when there is no such group. */
    List<UserRef> membersOf(UUID group, boolean nested);

    /** Groups that a user is a member of, by name; those above them are not among them. */
    List<GroupRef> groupsOf(UUID user);

    /** Those of the ids that are groups, in one query. */
    Map<UUID, GroupRef> groups(Collection<UUID> ids);

    /** Keys of the roles a user has; none for somebody who is no user. */
    Set<String> rolesOf(UUID user);
}
