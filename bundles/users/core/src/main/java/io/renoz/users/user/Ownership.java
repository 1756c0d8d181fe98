package io.renoz.users.user;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.users.role.Assignments;
import io.renoz.users.signin.OwnPassword;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-11: exactly one user owns the organization, and only that one passes the ownership on. */
@Component(service = Ownership.class)
public final class Ownership {

    private final Tables tables;
    private final OwnPassword password;
    private final Assignments assignments;
    private final EventPublisher events;

    @Activate
    public Ownership(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference OwnPassword password,
            @Reference Assignments assignments,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.password = password;
        this.assignments = assignments;
        this.events = events;
    }

    /** Of two transfers at once the second waits for the first, and then finds that it is not the owner's. */
    void transfer(UUID to, String given) {
        UUID caller = Call.user().orElseThrow(Ownership::notOwner);
        if (Call.current().actor().kind() == Actor.Kind.API_TOKEN) {
            throw Problem.of("forbidden", "Ownership is passed on by people who are signed in.");
        }
        requireOwner(tables.require(User.class, caller));
        password.demand(caller, given);
        User owner = tables.lock(User.class, caller);
        requireOwner(owner);
        User next = tables.find(User.class, to)
                .orElseThrow(() -> Problem.of("invalid-target", "There is no such user to become the owner."));
        next.mayOwn();
        owner.own(false);
        tables.flush(); // the unique index allows one owner at any time
        next.own(true);
        tables.flush();
        assignments.makeAdmin(to);
        events.publish(new DomainEvent(
                "users.organization.owner-changed",
                "user",
                to,
                Map.of("from", caller.toString(), "name", next.name())));
    }

    private static void requireOwner(User user) {
        if (!user.isOwner()) {
            throw notOwner();
        }
    }

    private static Problem notOwner() {
        return Problem.of("not-owner", "Only the owner passes the ownership on.");
    }
}
