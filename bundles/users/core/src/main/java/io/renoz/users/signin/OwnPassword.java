package io.renoz.users.signin;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The password of whoever is signed in, given again or changed. */
@Component(service = OwnPassword.class)
public final class OwnPassword {

    private final Tables tables;
    private final PasswordHash hash;
    private final SettingsReader settings;
    private final AuditTrail audit;
    private final Clock clock;

    @Activate
    public OwnPassword(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference PasswordHash hash,
            @Reference SettingsReader settings,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.tables = tables;
        this.hash = hash;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refuses unless the password is the user's.
     *
     * @throws Problem {@code invalid-credentials}
     */
    public Credential demand(UUID user, String password) {
        return Credential.of(tables, user)
                .filter(credential -> hash.matches(password, credential.passwordHash))
                .orElseThrow(() -> Problem.of("invalid-credentials", "This is not your password."));
    }

    /** USR-05: the new one is good, and not the present one. */
    void change(UUID id, String current, String next) {
        Credential credential = demand(id, current);
        User user = tables.require(User.class, id);
        PasswordRules.check(next, settings.getInt("users", "password_min_length"), user.email(), user.name());
        if (next.equals(current)) {
            throw PasswordRules.weak("The new password is the present one.");
        }
        credential.change(hash.of(next), clock.instant());
        audit.record(AuditEntry.of("users", "user", id, Action.UPDATED)
                .named(user.name())
                .telling("users.user.password-changed", "Changed the password")
                .confidential());
    }
}
