package io.renoz.users.delegation;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.persistence.FlushModeType;

/** USR-16: who may stand in for whom, and when. */
final class Agreement {

    /** Other delegations of the same time. */
    private static final String MEANWHILE = "select d from Delegation d where d.isActive = true and d.deletedAt is null"
            + " and d.id <> :self and d.startDate < :end and d.endDate > :start and d.";

    private final Tables tables;
    private final Clock clock;

    Agreement(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Refuses what cannot be. Locks both, so that two agreements of one time do not miss each other.
     *
     * @throws Problem {@code overlapping-delegation}, {@code delegation-loop}, {@code validation-failed}
     */
    void check(Delegation delegation) {
        UUID from = delegation.delegatorId;
        UUID to = delegation.delegateId;
        if (from.equals(to)) {
            throw Problem.invalid("delegateId", "Nobody stands in for themselves.");
        }
        if (!delegation.endDate.isAfter(clock.instant())) {
            throw Problem.invalid("endDate", "A delegation ends in the future.");
        }
        Stream.of(from, to).sorted().forEach(user -> lock(user, user.equals(from) ? "delegatorId" : "delegateId"));
        require(from, "delegatorId");
        require(to, "delegateId");
        meanwhile(delegation, "delegatorId", from).ifPresent(other -> {
            throw refused("overlapping-delegation", "There is a delegation for that time already.", other);
        });
        meanwhile(delegation, "delegatorId", to).ifPresent(other -> {
            throw refused("delegation-loop", "Who is to stand in has delegated their own work at that time.", other);
        });
        meanwhile(delegation, "delegateId", from).ifPresent(other -> {
            throw refused("delegation-loop", "Who stands in for somebody at that time cannot delegate.", other);
        });
    }

    private void lock(UUID user, String field) {
        if (tables.find(User.class, user).isEmpty()) {
            throw Problem.invalid(field, "There is no such user.");
        }
        tables.lock(User.class, user);
    }

    private void require(UUID user, String field) {
        User known = tables.require(User.class, user);
        if (!known.active() || known.service()) {
            throw Problem.invalid(field, "Only people who are active delegate and stand in.");
        }
    }

    private Optional<Delegation> meanwhile(Delegation delegation, String side, UUID user) {
        return tables.entities()
                .createQuery(MEANWHILE + side + " = :user", Delegation.class)
                .setParameter("self", delegation.id())
                .setParameter("start", delegation.startDate)
                .setParameter("end", delegation.endDate)
                .setParameter("user", user)
                .setMaxResults(1)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    private static Problem refused(String slug, String detail, Delegation other) {
        return Problem.of(slug, detail).with("delegationId", other.id());
    }
}
