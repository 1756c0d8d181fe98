package io.renoz.users.user;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.users.api.AssignmentHolder;
import io.renoz.users.api.AssignmentHolder.AssignmentCount;
import io.renoz.users.api.Authentication.Reason;
import io.renoz.users.delegation.StandIns;
import io.renoz.users.group.Groups;
import io.renoz.users.signin.Credential;
import io.renoz.users.signin.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-13: how users are stopped, and what becomes of their sessions, tokens, groups, delegations and work. */
@Component(service = Leavings.class)
public final class Leavings {

    private final Tables tables;
    private final Sessions sessions;
    private final Groups groups;
    private final StandIns standIns;
    private final Partners partners;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Leavings(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Sessions sessions,
            @Reference Groups groups,
            @Reference StandIns standIns,
            @Reference Partners partners,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.sessions = sessions;
        this.groups = groups;
        this.standIns = standIns;
        this.partners = partners;
        this.events = events;
        this.clock = clock;
    }

    void suspend(User user, String reason) {
        user.suspend(reason, clock.instant());
        endSessions(user);
        tell("suspended", user);
    }

    void reinstate(User user) {
        user.reinstate();
        sessions.forgetTokens();
        tell("reinstated", user);
    }

    void deactivate(User user, @Nullable String reason) {
        user.deactivate(reason, clock.instant());
        groups.leaveAll(user.id());
        standIns.endAll(user.id());
        endSessions(user);
        tell("deactivated", user);
    }

    /** Written first: who signs in at this moment has done so by then, or finds the user stopped. */
    private void endSessions(User user) {
        tables.flush();
        sessions.endSessions(user.id(), Reason.USER_BLOCKED);
        sessions.forgetTokens();
    }

    void unlock(User user) {
        Credential.of(tables, user.id()).ifPresent(Credential::unlock);
    }

    /** Moves what is open in modules that are on; those that are off keep theirs. */
    int reassign(UUID from, @Nullable UUID to) {
        if (to == null) {
            return 0;
        }
        if (to.equals(from) || tables.find(User.class, to).filter(User::active).isEmpty()) {
            throw Problem.invalid("successorId", "The successor is another active user.");
        }
        return partners.enabled(AssignmentHolder.class).stream()
                .mapToInt(holder -> holder.service().reassign(from, to))
                .sum();
    }

    List<AssignmentCount> open(UUID user) {
        return partners.enabled(AssignmentHolder.class).stream()
                .flatMap(holder -> holder.service().openAssignments(user).stream())
                .toList();
    }

    private void tell(String happening, User user) {
        events.publish(new DomainEvent(
                "users.user." + happening,
                "user",
                user.id(),
                Map.of("name", user.name(), "by", Call.current().actor().name())));
    }
}
