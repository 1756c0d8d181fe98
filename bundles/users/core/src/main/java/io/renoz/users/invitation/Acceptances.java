package io.renoz.users.invitation;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.reset.LinkToken;
import io.renoz.users.role.Assignments;
import io.renoz.users.role.RoleRef;
import io.renoz.users.signin.Credential;
import io.renoz.users.signin.Entry;
import io.renoz.users.signin.PasswordHash;
import io.renoz.users.signin.PasswordRules;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-12: what an invitation offers, and taking it up. */
@Component(service = Acceptances.class)
public final class Acceptances {

    private final Transactions transactions;
    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final Assignments assignments;
    private final SettingsReader settings;
    private final PasswordHash hash;
    private final Entry entry;
    private final EventPublisher events;
    private final Clock clock;

    /** Joining touches all that makes a user. */
    @Activate
    public Acceptances(
            @Reference Transactions transactions,
            @Reference(target = "(domain=users)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference Assignments assignments,
            @Reference SettingsReader settings,
            @Reference PasswordHash hash,
            @Reference Entry entry,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.tables = tables;
        this.organizations = organizations;
        this.assignments = assignments;
        this.settings = settings;
        this.hash = hash;
        this.entry = entry;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a token offers.
     *
     * @param inviter empty when nobody of the organization invites
     */
    public record Offered(
            UUID organizationId, String organization, String role, String inviter, String email, Instant expiresAt) {}

    /** Who is joining, and the least that is asked of a password. */
    private record Joining(User user, int leastLength) {}

    /**
     * @throws Problem {@code invalid-token}, {@code invitation-expired}, {@code invalid-transition}
     */
    Offered lookUp(String sent) {
        LinkToken token = LinkToken.require(LinkToken.Kind.INVITATION, sent);
        return transactions.run(call(token).reading(), () -> {
            Invitation invitation = open(token);
            String inviter = invitation.invitedBy.equals(invitation.userId)
                    ? ""
                    : tables.find(User.class, invitation.invitedBy)
                            .map(User::name)
                            .orElse("");
            return new Offered(
                    token.organization(),
                    organizations.current().name(),
                    assignments.find(invitation.roleId).map(RoleRef::name).orElse(""),
                    inviter,
                    invitation.email,
                    invitation.expiresAt);
        });
    }

    /**
     * Of two at once the second waits for the first, and then finds the invitation accepted.
     *
     * @throws Problem {@code invalid-token}, {@code invitation-expired}, {@code invalid-transition}, {@code weak-password}
     */
    Entry.Entered accept(String sent, String name, String password) {
        LinkToken token = LinkToken.require(LinkToken.Kind.INVITATION, sent);
        Call call = call(token);
        Joining joining = transactions.run(call.reading(), () -> {
            User user = tables.require(User.class, open(token).userId);
            return new Joining(user, settings.getInt("users", "password_min_length"));
        });
        PasswordRules.check(
                "password", password, joining.leastLength(), joining.user().email(), name);
        String hashed = hash.of(password);
        var actor = new Actor(Actor.Kind.USER, joining.user().id(), name, null, null, null);
        Call asUser = new Call(token.organization(), actor, Set.of(), call.request(), false);
        return transactions.run(asUser, () -> join(token, name, hashed));
    }

    private Entry.Entered join(LinkToken token, String name, String hashed) {
        Invitation invitation = tables.lock(Invitation.class, open(token).id());
        User user = tables.lock(User.class, invitation.userId);
        invitation.accept(clock.instant());
        if (!user.invited()) {
            throw LinkToken.invalid();
        }
        user.join(name, clock.instant());
        tables.add(new Credential(user.id(), hashed, clock.instant()));
        tables.flush();
        events.publish(new DomainEvent(
                "users.invitation.accepted", "user_invitation", invitation.id(), Map.of("name", invitation.email)));
        events.publish(new DomainEvent("users.user.activated", "user", user.id(), Map.of("name", name, "by", name)));
        return entry.open(user);
    }

    private Invitation open(LinkToken token) {
        if (organizations.current().status() == OrganizationStatus.CLOSED) {
            throw LinkToken.invalid();
        }
        Invitation invitation =
                tables.findBy(Invitation.class, "tokenHash", token.hash()).orElseThrow(LinkToken::invalid);
        invitation.requireOpen(clock.instant());
        return invitation;
    }

    private static Call call(LinkToken token) {
        return new Call(
                token.organization(),
                Actor.system("invitation"),
                Set.of("*"),
                Call.find().orElseThrow().request(),
                false);
    }
}
