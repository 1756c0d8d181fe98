package io.renoz.settings.entity;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.users.api.AccessControl;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** SET-20, SET-21: the person in whose name work goes on after their request, with what they may do now and not with what they could then. */
public final class Requester {

    private Requester() {}

    /** What a request's caller may do, where that is less than their user may: kept with the work, for a token stays what it is. */
    public static Optional<String> scope(Call call) {
        return call.actor().kind() == Actor.Kind.API_TOKEN
                ? Optional.of(String.join(" ", new TreeSet<>(call.permissions())))
                : Optional.empty();
    }

    /**
     * A call of that person.
     *
     * @param scope as {@link #scope} gave it
     * @throws Problem {@code forbidden} when they have left
     */
    public static Call of(UUID user, Optional<String> scope, Partners partners) {
        UserRef person = partners.find(UserDirectory.class)
                .flatMap(users -> users.find(user))
                .filter(UserRef::active)
                .orElseThrow(() -> Problem.of("forbidden", "The person who asked for it is no active user any more."));
        Set<String> permissions = new HashSet<>(partners.find(AccessControl.class)
                .map(access -> access.effectivePermissions(user))
                .orElse(Set.of()));
        scope.ifPresent(names -> permissions.retainAll(Arrays.asList(names.split(" "))));
        var actor = new Actor(Actor.Kind.USER, user, person.name(), null, null, null);
        return new Call(Call.tenant(), actor, permissions, Call.current().request(), false);
    }
}
