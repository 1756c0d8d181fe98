package io.renoz.users.user;

import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.Emits;
import io.renoz.data.Searchable;
import io.renoz.data.entity.KeptRecord;
import io.renoz.problem.Problem;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A person or machine account of one organization. Who has left stays, for all that points at them. */
@Entity
@Table(schema = "users", name = "users")
@Audited(type = "user", name = "name")
@Emits(type = "user", on = Emits.Kind.UPDATED)
public class User extends KeptRecord {

    @Searchable
    String email;

    @Searchable
    String name;

    @Nullable
    String firstName;

    @Nullable
    String lastName;

    @Searchable
    @Nullable
    String phone;

    @Searchable
    @Nullable
    String jobTitle;

    @Nullable
    String department;

    @Nullable
    String bio;

    @Nullable
    UUID avatarAttachmentId;

    @Nullable
    UUID managerId;

    UserType type = UserType.STAFF;
    UserStatus status = UserStatus.INVITED;
    boolean isOwner;

    @Nullable
    String timezone;

    @Nullable
    String locale;

    @Nullable
    UUID invitedBy;

    @Nullable
    Instant invitedAt;

    @Nullable
    Instant emailVerifiedAt;

    @Nullable
    Instant lastLoginAt;

    @Nullable
    Instant lastActiveAt;

    @Nullable
    Instant suspendedAt;

    @Nullable
    Instant deactivatedAt;

    @Nullable
    UUID deactivatedBy;

    @Nullable
    String statusReason;

    @Nullable
    Instant anonymizedAt;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected User() {}

    private User(String email, String name) {
        this.email = email;
        this.name = name;
        status = UserStatus.ACTIVE;
    }

    /** USR-11: the one owner of a new organization. */
    public static User owner(String email, String name) {
        var owner = new User(email, name);
        owner.isOwner = true;
        return owner;
    }

    /** Someone who works here. */
    public static User staff(String email, String name) {
        return new User(email, name);
    }

    /** USR-12: somebody who is invited and has not come yet. */
    public static User invited(String email, String name, UserType type, UUID inviter, Instant now) {
        var guest = new User(email, name);
        guest.type = type;
        guest.invite(inviter, now);
        return guest;
    }

    /** USR-11: the owner of a new organization, who has not come yet. */
    public static User invitedOwner(String email, String name, Instant now) {
        User owner = owner(email, name);
        owner.status = UserStatus.INVITED;
        owner.invitedAt = now;
        return owner;
    }

    public String name() {
        return name;
    }

    /** Invites, for the first time or again. */
    public void invite(UUID inviter, Instant now) {
        status = UserStatus.INVITED;
        invitedBy = inviter;
        invitedAt = now;
        deactivatedAt = null;
        deactivatedBy = null;
        statusReason = null;
    }

    /** Whether it was ever more than an invitation. */
    public boolean neverActive() {
        return invitedAt != null && emailVerifiedAt == null && lastLoginAt == null;
    }

    public boolean invited() {
        return status == UserStatus.INVITED;
    }

    /** USR-12: who accepts is active, under the name they give, at an address that is theirs. */
    public void join(String as, Instant now) {
        name = as;
        status = UserStatus.ACTIVE;
        verify(now);
    }

    /** USR-12: an invitation that comes to nothing leaves nobody; the owner's is sent again. */
    public void lapse(String reason, Instant now) {
        if (status == UserStatus.INVITED && !isOwner) {
            status = UserStatus.DEACTIVATED;
            deactivatedAt = now;
            deactivatedBy = Call.user().orElse(null);
            statusReason = reason;
        }
    }

    /** The mailbox has proved to be theirs. */
    public void verify(Instant now) {
        emailVerifiedAt = now;
    }

    /** What is to be proved anew. */
    public void unverify() {
        emailVerifiedAt = null;
    }

    /** Back after having left; whoever was never there is invited again instead. */
    public void reactivate() {
        if (status != UserStatus.DEACTIVATED || neverActive() || type == UserType.SERVICE) {
            throw refused("reactivated");
        }
        status = UserStatus.ACTIVE;
        deactivatedAt = null;
        deactivatedBy = null;
        statusReason = null;
    }

    public String email() {
        return email;
    }

    public UserStatus status() {
        return status;
    }

    public boolean isOwner() {
        return isOwner;
    }

    public boolean active() {
        return status == UserStatus.ACTIVE;
    }

    /** Where the user is, if it has been said. */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(timezone).map(ZoneId::of);
    }

    /** Has not left; perhaps has not come yet. */
    public boolean present() {
        return status != UserStatus.DEACTIVATED;
    }

    public boolean service() {
        return type == UserType.SERVICE;
    }

    void becomeService() {
        type = UserType.SERVICE;
        status = UserStatus.ACTIVE;
    }

    void suspend(String reason, Instant now) {
        leave("suspended");
        if (status != UserStatus.ACTIVE) {
            throw refused("suspended");
        }
        status = UserStatus.SUSPENDED;
        suspendedAt = now;
        statusReason = reason;
    }

    void reinstate() {
        if (status != UserStatus.SUSPENDED) {
            throw refused("reinstated");
        }
        status = UserStatus.ACTIVE;
        suspendedAt = null;
        statusReason = null;
    }

    void deactivate(@Nullable String reason, Instant now) {
        leave("deactivated");
        if (status == UserStatus.DEACTIVATED) {
            throw refused("deactivated");
        }
        status = UserStatus.DEACTIVATED;
        deactivatedAt = now;
        deactivatedBy = Call.user().orElse(null);
        statusReason = reason;
    }

    /** USR-11, USR-13: not the owner, and nobody themselves. */
    private void leave(String how) {
        if (isOwner) {
            throw Problem.of("is-owner", "The owner cannot be " + how + "; pass the ownership on first.");
        }
        if (Call.user().filter(id()::equals).isPresent()) {
            throw Problem.of("is-self", "Nobody can be " + how + " by themselves.");
        }
    }

    /** USR-11: ownership goes to an active member of staff. */
    void mayOwn() {
        if (isOwner || status != UserStatus.ACTIVE || type != UserType.STAFF) {
            throw Problem.of("invalid-target", "Only another active member of staff can become the owner.");
        }
    }

    void own(boolean owner) {
        isOwner = owner;
    }

    private Problem refused(String what) {
        return Problem.transition(
                "A user who is " + status.name().toLowerCase(Locale.ROOT) + " cannot be " + what + ".");
    }

    public UserRef ref() {
        return new UserRef(id(), name, email, status, avatarAttachmentId);
    }
}
