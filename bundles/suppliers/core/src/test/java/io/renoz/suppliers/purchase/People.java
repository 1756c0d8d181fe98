package io.renoz.suppliers.purchase;

import io.renoz.data.Ids;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.api.Delegations;
import io.renoz.users.api.GroupRef;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The users of one organization, their roles, and who stands in for whom. */
public final class People implements UserDirectory, Delegations {

    private final Organization organization;
    private final Map<UUID, UserRef> users = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> roles = new HashMap<>();
    private final Map<UUID, UUID> standIns = new HashMap<>();

    public People(Organization organization) {
        this.organization = organization;
    }

    /** Somebody new. */
    public UUID hire(String name, String... theirRoles) {
        UUID id = Ids.next();
        organization.sql("users", "insert into users.users (id, email, name) values (?, ?, ?)", id, id + "@test", name);
        users.put(id, new UserRef(id, name, id + "@test", UserStatus.ACTIVE, null));
        for (String role : theirRoles) {
            roles.computeIfAbsent(role, key -> new HashSet<>()).add(id);
        }
        return id;
    }

    /** The user no longer works here. */
    public void leave(UUID id) {
        UserRef user = Objects.requireNonNull(users.get(id));
        users.put(id, new UserRef(id, user.name(), user.email(), UserStatus.DEACTIVATED, null));
    }

    public void standsInFor(UUID delegate, UUID absent) {
        standIns.put(delegate, absent);
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
        return roles.getOrDefault(key, Set.of()).stream()
                .map(users::get)
                .filter(Objects::nonNull)
                .filter(UserRef::active)
                .sorted(Comparator.comparing(UserRef::name))
                .toList();
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

    @Override
    public Optional<UserRef> delegateFor(UUID user, DelegationScope scope, Instant at) {
        return Optional.empty();
    }

    @Override
    public Set<UUID> actingFor(UUID user, DelegationScope scope, Instant at) {
        UUID absent = standIns.get(user);
        return absent == null ? Set.of() : Set.of(absent);
    }
}
