package io.renoz.inventory;

import io.renoz.data.Ids;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import io.renoz.users.api.GroupRef;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The users of a test: rows of the table, and answers from memory. */
public final class Colleagues implements UserDirectory {

    private final Organization organization;
    private final Map<UUID, UserRef> users = new ConcurrentHashMap<>();

    Colleagues(Organization organization) {
        this.organization = organization;
    }

    /** A new user. */
    public UUID hired() {
        UUID id = Ids.next();
        organization.sql(
                "users", "insert into users.users (id, email, name) values (?, ?, 'Tess Ter')", id, id + "@test");
        users.put(id, new UserRef(id, "Tess Ter", id + "@test", UserStatus.ACTIVE, null));
        return id;
    }

    /** A new user, acting with some permissions. */
    public Organization acting(String... permissions) {
        return organization.as(hired(), permissions);
    }

    @Override
    public Optional<UserRef> find(UUID id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Map<UUID, UserRef> findAll(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, UserRef>();
        ids.forEach(id -> find(id).ifPresent(user -> found.put(id, user)));
        return found;
    }

    @Override
    public UserRef requireActive(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("user"));
    }

    @Override
    public Optional<UserRef> findByEmail(String email) {
        return Optional.empty();
    }

    @Override
    public Optional<UserRef> owner() {
        return Optional.empty();
    }

    @Override
    public List<UserRef> withRole(String key) {
        return List.copyOf(users.values());
    }

    @Override
    public List<UserRef> membersOf(UUID group, boolean nested) {
        return List.of();
    }

    @Override
    public List<GroupRef> groupsOf(UUID user) {
        return List.of();
    }

    @Override
    public Map<UUID, GroupRef> groups(Collection<UUID> ids) {
        return Map.of();
    }

    @Override
    public Set<String> rolesOf(UUID user) {
        return Set.of();
    }
}
