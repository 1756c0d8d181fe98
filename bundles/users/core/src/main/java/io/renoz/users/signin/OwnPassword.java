package io.renoz.users.signin;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.signin.Attempts.Begun;
import io.renoz.users.signin.LoginAttempt.Outcome;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The password of whoever is signed in, given again or changed. */
@Component(service = OwnPassword.class)
public final class OwnPassword {

    private static final String FIELD = "newPassword";

    private final Tables tables;
    private final Transactions transactions;
    private final PasswordHash hash;
    private final SettingsReader settings;
    private final Attempts attempts;
    private final AuditTrail audit;
    private final Clock clock;

    @Activate
    public OwnPassword(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Transactions transactions,
            @Reference PasswordHash hash,
            @Reference SettingsReader settings,
            @Reference Attempts attempts,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.hash = hash;
        this.settings = settings;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A try that has begun, and what it is compared with. */
    private record Tried(Begun begun, Optional<String> hash) {}

    /**
     * Refuses unless the password is the user's. USR-04: a wrong one counts like one at sign-in, whatever becomes of the
     * caller's transaction, which must not have locked the user.
     *
     * @return the hash it was compared with
     * @throws Problem {@code invalid-credentials}, {@code too-many-attempts}
     */
    public String demand(UUID id, String password) {
        User user = tables.require(User.class, id);
        Call call = Call.current();
        Tried tried = transactions.apart(call, () -> begin(user));
        tried.begun.refuseLocked(clock.instant());
        String proved =
                tried.hash.filter(stored -> hash.matches(password, stored)).orElseThrow(OwnPassword::wrong);
        transactions.apart(call, () -> {
            attempts.waitForOthers(user.email());
            attempts.end(tried.begun.id(), Outcome.SUCCESS);
            Credential.of(tables, id).ifPresent(Credential::unlock);
            return true;
        });
        return proved;
    }

    private static Problem wrong() {
        return Problem.of("invalid-credentials", "This is not your password.");
    }

    private Tried begin(User user) {
        attempts.waitForOthers(user.email());
        Credential credential = Credential.of(tables, user.id()).orElse(null);
        Begun begun = attempts.begin(user.email(), credential);
        return new Tried(begun, Optional.ofNullable(credential).map(found -> found.passwordHash));
    }

    /** USR-05: the new one is good, and not the present one. */
    void change(UUID id, String current, String next) {
        String proved = demand(id, current);
        User user = tables.require(User.class, id);
        PasswordRules.check(FIELD, next, settings.getInt("users", "password_min_length"), user.email(), user.name());
        if (next.equals(current)) {
            throw PasswordRules.weak(FIELD, "The new password is the present one.");
        }
        String hashed = hash.of(next);
        attempts.waitForOthers(user.email()); // whoever signs in with the old one does so before or not at all
        Credential.of(tables, id)
                .filter(credential -> credential.passwordHash.equals(proved))
                .orElseThrow(OwnPassword::wrong)
                .change(hashed, clock.instant());
        audit.record(AuditEntry.of("users", "user", id, Action.UPDATED)
                .named(user.name())
                .telling("users.user.password-changed", "Changed the password")
                .confidential());
    }
}
