package io.renoz.financial;

import io.renoz.users.api.GroupRef;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Users, of whom there are none. */
public final class People implements UserDirectory {

    @Override
    public Optional<UserRef> find(UUID id) {
        return Optional.empty();
    }

    @Override
    public Map<UUID, UserRef> findAll(Collection<UUID> ids) {
        return Map.of();
    }

    @Override
    public UserRef requireActive(UUID id) {
        throw new UnsupportedOperationException();
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
        return List.of();
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
