package io.renoz.users.user;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.settings.api.NewOwner;
import io.renoz.settings.api.OwnerProvisioning;
import io.renoz.users.invitation.Invitations;
import io.renoz.users.onboarding.Onboarding;
import io.renoz.users.reset.Verifications;
import io.renoz.users.role.Assignments;
import io.renoz.users.role.BuiltInRoles;
import io.renoz.users.signin.Credential;
import io.renoz.users.signin.PasswordHash;
import io.renoz.users.signin.PasswordRules;
import java.time.Clock;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first user of a new organization. */
@Component
public final class Owners implements OwnerProvisioning {

    private final Tables tables;
    private final BuiltInRoles roles;
    private final Assignments assignments;
    private final Onboarding onboarding;
    private final Invitations invitations;
    private final Verifications verifications;
    private final PasswordHash hash;
    private final Clock clock;

    @Activate
    public Owners(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference BuiltInRoles roles,
            @Reference Assignments assignments,
            @Reference Onboarding onboarding,
            @Reference Invitations invitations,
            @Reference Verifications verifications,
            @Reference PasswordHash hash,
            @Reference Clock clock) {
        this.tables = tables;
        this.roles = roles;
        this.assignments = assignments;
        this.onboarding = onboarding;
        this.invitations = invitations;
        this.verifications = verifications;
        this.hash = hash;
        this.clock = clock;
    }

    @Override
    public PreparedOwner prepare(NewOwner owner) {
        String email = EmailAddress.checked("owner/email", owner.email());
        if (owner.name().isBlank() || owner.name().length() > 200) {
            throw Problem.invalid("owner/name", "A name has 1 to 200 characters.");
        }
        String password = owner.password();
        if (password == null) {
            return new PreparedOwner(email, owner.name(), null);
        }
        PasswordRules.check("owner/password", password, PasswordRules.LEAST_LENGTH, email, owner.name());
        return new PreparedOwner(email, owner.name(), hash.of(password));
    }

    /** USR-09, USR-11: all built-in roles, and one owner who is admin. */
    @Override
    public UUID provide(PreparedOwner owner) {
        roles.make();
        String hashed = owner.passwordHash();
        User user = tables.add(
                hashed == null
                        ? User.invitedOwner(owner.email(), owner.name(), clock.instant())
                        : User.owner(owner.email(), owner.name()));
        tables.flush(); // its key has to be there before others refer to it
        assignments.makeAdmin(user.id());
        onboarding.begin(user.id(), assignments.keysOf(user.id()));
        if (hashed == null) {
            invitations.inviteOwner(user);
        } else {
            tables.add(new Credential(user.id(), hashed, clock.instant()));
            verifications.ask(user);
        }
        return user.id();
    }
}
