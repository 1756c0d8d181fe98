package io.renoz.users.invitation;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.group.Groups;
import io.renoz.users.invitation.Invitation.Status;
import io.renoz.users.letter.Letters;
import io.renoz.users.letter.Letters.Offer;
import io.renoz.users.letter.Letters.Reader;
import io.renoz.users.onboarding.Onboarding;
import io.renoz.users.reset.LinkToken;
import io.renoz.users.role.Assignments;
import io.renoz.users.role.RoleRef;
import io.renoz.users.user.User;
import io.renoz.users.user.UserType;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-12: invites people, again if need be, and takes it back. */
@Component(service = Invitations.class)
public final class Invitations {

    private static final int MOST_AN_HOUR = 50;

    /** What was sent within the hour, each time it was sent. */
    private static final String SENT = "select coalesce(sum(case when invited_at > ?2 then sent_count else 1 end), 0)"
            + " from users.user_invitations where organization_id = ?1 and last_sent_at > ?2";

    private final Tables tables;
    private final Assignments assignments;
    private final Groups groups;
    private final Onboarding onboarding;
    private final Letters letters;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Clock clock;

    /** What a new user gets comes from many hands. */
    @Activate
    public Invitations(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Assignments assignments,
            @Reference Groups groups,
            @Reference Onboarding onboarding,
            @Reference Letters letters,
            @Reference SettingsReader settings,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.assignments = assignments;
        this.groups = groups;
        this.onboarding = onboarding;
        this.letters = letters;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** An invitation and the link that was sent. */
    record Sent(Invitation invitation, String link) {}

    /** Who is to come, as what. */
    record Guest(
            String email,
            @Nullable String name,
            UUID roleId,
            UserType type,
            @Nullable String personalMessage,
            List<UUID> groupIds) {

        /** Until they say it themselves, people are called by the first part of their address. */
        String calledSoFar() {
            return name == null || name.isBlank() ? email.substring(0, email.indexOf('@')) : name;
        }
    }

    /**
     * @throws Problem {@code already-member}, {@code invitation-pending}, {@code too-many-invitations}, {@code
     *     validation-failed}, {@code scope-exceeds-permissions}
     */
    Sent invite(Guest guest) {
        UUID inviter = inviter();
        waitForOthers();
        requireAllowed(guest.email());
        requireGroups(guest.groupIds());
        Optional<User> known = tables.findBy(User.class, "email", guest.email());
        known.ifPresent(this::requireAbsent);
        requireRoom();
        User user = known.orElseGet(
                () -> User.invited(guest.email(), guest.calledSoFar(), guest.type(), inviter, clock.instant()));
        if (known.isPresent()) {
            user.invite(inviter, clock.instant());
        } else {
            tables.add(user);
        }
        tables.flush(); // its key has to be there before others refer to it
        assignments.begin(user.id(), guest.roleId());
        groups.leaveAll(user.id());
        groups.join(user.id(), guest.groupIds(), clock.instant());
        if (known.isEmpty()) {
            onboarding.begin(user.id(), assignments.keysOf(user.id()));
        }
        var invitation = new Invitation(user.id(), guest.email(), guest.roleId(), guest.type(), inviter);
        invitation.name = guest.name();
        invitation.personalMessage = guest.personalMessage();
        events.publish(new DomainEvent(
                "users.user.invited",
                "user",
                user.id(),
                Map.of("name", user.name(), "by", Call.current().actor().name())));
        Sent sent = send(invitation, user, Call.current().actor().name());
        tables.add(invitation);
        tables.flush();
        return sent;
    }

    /** USR-11: the owner of a new organization comes by mail too, invited by nobody. */
    public void inviteOwner(User owner) {
        var invitation = new Invitation(
                owner.id(), owner.email(), assignments.adminRole().id(), UserType.STAFF, owner.id());
        invitation.name = owner.name();
        send(invitation, owner, "");
        tables.add(invitation);
        tables.flush();
    }

    /**
     * The same again, for the operator.
     *
     * @throws Problem {@code not-found}, {@code invalid-transition}
     */
    Sent inviteOwnerAgain() {
        User owner = tables.findBy(User.class, "isOwner", true)
                .map(found -> tables.lock(User.class, found.id()))
                .orElseThrow(() -> Problem.notFound("organization"));
        if (!owner.invited()) {
            throw Problem.transition("The owner has come already.");
        }
        Invitation invitation = tables.findBy(Invitation.class, "userId", owner.id())
                .orElseThrow(() -> Problem.transition("The owner was never invited."));
        Sent sent = send(invitation, owner, "");
        tables.flush();
        return sent;
    }

    /**
     * @throws Problem {@code invalid-transition}, {@code invitation-pending}, {@code too-many-invitations}
     */
    Sent resend(Invitation invitation) {
        waitForOthers();
        User user = tables.lock(User.class, invitation.userId);
        if (invitation.status == Status.ACCEPTED || !(user.invited() || user.neverActive())) {
            throw Problem.transition("Who has come already is not invited again.");
        }
        if (open(user.id()).stream().anyMatch(other -> !other.id().equals(invitation.id()))) {
            throw pending();
        }
        requireRoom();
        if (!user.invited()) {
            user.invite(invitation.invitedBy, clock.instant());
        }
        Sent sent = send(invitation, user, Call.current().actor().name());
        tables.flush();
        return sent;
    }

    void cancel(Invitation invitation) {
        invitation.cancel();
        lapse(invitation, "The invitation was withdrawn.");
        tell("users.invitation.cancelled", "user_invitation", invitation.id(), invitation.email);
    }

    /** Those that nobody accepted in time. */
    int expire() {
        List<Invitation> over = tables.entities()
                .createQuery(
                        "select i from Invitation i where i.status = :pending and i.expiresAt <= :now",
                        Invitation.class)
                .setParameter("pending", Status.PENDING)
                .setParameter("now", clock.instant())
                .getResultList();
        over.forEach(invitation -> {
            Invitation locked = tables.lock(Invitation.class, invitation.id());
            if (locked.status == Status.PENDING) {
                locked.expire();
                lapse(locked, "The invitation was not accepted in time.");
            }
        });
        return over.size();
    }

    private void lapse(Invitation invitation, String reason) {
        tables.find(User.class, invitation.userId).ifPresent(user -> {
            user.lapse(reason, clock.instant());
            if (!user.present()) {
                groups.leaveAll(user.id());
            }
        });
    }

    private Sent send(Invitation invitation, User user, String inviter) {
        LinkToken token = LinkToken.of(LinkToken.Kind.INVITATION, Call.tenant());
        Instant now = clock.instant();
        invitation.sent(token, now, now.plus(Duration.ofDays(settings.getInt("users", "invitation_days"))));
        String role = assignments.find(invitation.roleId).map(RoleRef::name).orElse("member");
        String message = invitation.personalMessage == null ? "" : invitation.personalMessage;
        letters.invitation(
                new Reader(user.email(), user.name()), new Offer(inviter, role, message, invitation.expiresAt), token);
        tell("users.invitation.sent", "user_invitation", invitation.id(), invitation.email);
        return new Sent(invitation, letters.invitationLink(token));
    }

    private static UUID inviter() {
        return Call.user().orElseThrow(() -> Problem.of("forbidden", "People are invited by people."));
    }

    /** Whoever invites does so after the others of the organization: they count each other, and see each other's guests. */
    private void waitForOthers() {
        tables.entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, Call.tenant() + " invitations")
                .getSingleResult();
    }

    private void requireAbsent(User user) {
        if (user.invited()) {
            if (!open(user.id()).isEmpty()) {
                throw pending();
            }
        } else if (user.present() || !user.neverActive()) {
            throw Problem.of("already-member", "Somebody has this address already; reactivate who has left.");
        }
        leftovers(user.id()).forEach(Invitation::expire);
    }

    private List<Invitation> open(UUID user) {
        return leftovers(user).stream()
                .filter(invitation -> invitation.pending(clock.instant()))
                .toList();
    }

    private List<Invitation> leftovers(UUID user) {
        return tables.entities()
                .createQuery(
                        "select i from Invitation i where i.userId = :user and i.status = :pending", Invitation.class)
                .setParameter("user", user)
                .setParameter("pending", Status.PENDING)
                .getResultList();
    }

    private static Problem pending() {
        return Problem.of("invitation-pending", "This address is invited already; send the invitation again.");
    }

    private void requireRoom() {
        Number sent = (Number) tables.entities()
                .createNativeQuery(SENT)
                .setParameter(1, Call.tenant())
                .setParameter(2, Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .getSingleResult();
        if (sent.intValue() >= MOST_AN_HOUR) {
            throw Problem.of("too-many-invitations", "At most 50 invitations leave in an hour; go on later.")
                    .with("retryAfter", Duration.ofHours(1).toSeconds());
        }
    }

    private void requireAllowed(String email) {
        Json allowed = settings.getJson("users", "allowed_email_domains");
        List<String> domains = Domains.read(allowed);
        if (!domains.isEmpty() && !domains.contains(email.substring(email.indexOf('@') + 1))) {
            throw Problem.invalid("email", "Only addresses of " + String.join(", ", domains) + " are invited here.");
        }
    }

    private void requireGroups(List<UUID> ids) {
        if (groups.find(ids).size() != ids.stream().distinct().count()) {
            throw Problem.invalid("groupIds", "There is no such group.");
        }
    }

    private void tell(String event, String type, UUID id, String name) {
        events.publish(new DomainEvent(event, type, id, Map.of("name", name)));
    }
}
