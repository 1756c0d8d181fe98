package io.renoz.users.signin;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.users.api.UserStatus;
import io.renoz.users.signin.Attempts.Begun;
import io.renoz.users.signin.Endings.Passed;
import io.renoz.users.signin.Endings.Proved;
import io.renoz.users.user.EmailAddress;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Signing in: a transaction that notes the try, the hashing outside of any, and a transaction that says how it ended. Nobody can
 * tell a wrong organization, address or password from each other.
 */
@Component(service = SignIn.class)
public final class SignIn {

    private final OrganizationDirectory organizations;
    private final Transactions transactions;
    private final Tables tables;
    private final PasswordHash hash;
    private final Attempts attempts;
    private final Endings endings;
    private final Clock clock;

    @Activate
    public SignIn(
            @Reference OrganizationDirectory organizations,
            @Reference Transactions transactions,
            @Reference(target = "(domain=users)") Tables tables,
            @Reference PasswordHash hash,
            @Reference Attempts attempts,
            @Reference Endings endings,
            @Reference Clock clock) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.tables = tables;
        this.hash = hash;
        this.attempts = attempts;
        this.endings = endings;
        this.clock = clock;
    }

    /** What is asked. */
    record Asked(String organization, String email, String password, boolean rememberMe) {}

    /** Whose password was right, and what that opens. */
    record SignedIn(OrganizationRef organization, User user, Passed passed, boolean mustChange) {}

    /** A try and what is known of whoever tries; nothing when there is no such user. */
    private record Tried(
            Begun begun, @Nullable User user, @Nullable String hash, boolean mustChange) {}

    /**
     * @throws Problem {@code invalid-credentials}, {@code too-many-attempts}, {@code account-not-active}, {@code
     *     organization-closed}
     */
    SignedIn signIn(Asked asked) {
        OrganizationRef organization =
                organizations.resolve(asked.organization()).orElse(null);
        if (organization == null) {
            hash.waste(asked.password());
            throw invalid();
        }
        if (organization.status() == OrganizationStatus.CLOSED) {
            throw Problem.of("organization-closed", "The organization is closed.");
        }
        Call call = Call.system(organization.id(), "sign-in");
        Tried tried = transactions.run(call, () -> begin(EmailAddress.lower(asked.email())));
        tried.begun().refuseLocked(clock.instant()); // USR-04: also with the right password
        User user = tried.user();
        String stored = tried.hash();
        if (user == null || stored == null) {
            hash.waste(asked.password());
            transactions.run(call, () -> endings.failed(tried.begun().id(), null));
            throw invalid();
        }
        if (!hash.matches(asked.password(), stored)) {
            transactions.run(call, () -> endings.failed(tried.begun().id(), user));
            throw invalid();
        }
        if (!user.active()) {
            transactions.run(call, () -> endings.notActive(tried.begun().id(), user));
            throw user.status() == UserStatus.SUSPENDED ? notActive() : invalid();
        }
        var proved = new Proved(stored, hash.outdated(stored) ? hash.of(asked.password()) : stored);
        Passed passed = transactions.run(
                as(call, user), () -> endings.succeeded(tried.begun().id(), user, asked.rememberMe(), proved));
        return new SignedIn(organization, user, passed, tried.mustChange());
    }

    private Tried begin(String email) {
        attempts.waitForOthers(email);
        User user = tables.findBy(User.class, "email", email).orElse(null);
        Credential credential =
                user == null ? null : Credential.of(tables, user.id()).orElse(null);
        Begun begun = attempts.begin(email, credential);
        if (begun.lockedUntil() != null) {
            endings.locked(begun.id(), user);
        }
        return credential == null
                ? new Tried(begun, user, null, false)
                : new Tried(begun, user, credential.passwordHash, credential.mustChange);
    }

    /** ACT-05: from here on the user acts, not the platform. */
    private static Call as(Call call, User user) {
        UUID organization = call.organization();
        var actor = new Actor(Actor.Kind.USER, user.id(), user.name(), null, null, null);
        return new Call(organization, actor, Set.of(), call.request(), false);
    }

    static Problem invalid() {
        return Problem.of("invalid-credentials", "Organization, e-mail address and password do not fit together.");
    }

    static Problem notActive() {
        return Problem.of("account-not-active", "This account is suspended.");
    }
}
