package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.users.signin.LoginAttempt.Outcome;
import io.renoz.users.signin.Sessions.Opened;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How tries to sign in end, each in one transaction with all that is told of it. */
@Component(service = Endings.class)
public final class Endings {

    private static final String SEEN = "update users.users set last_login_at = ?1, last_active_at = ?1"
            + " where organization_id = ?2 and id = ?3";

    private final Tables tables;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Telling telling;
    private final Clock clock;

    @Activate
    public Endings(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Attempts attempts,
            @Reference Sessions sessions,
            @Reference Telling telling,
            @Reference Clock clock) {
        this.tables = tables;
        this.attempts = attempts;
        this.sessions = sessions;
        this.telling = telling;
        this.clock = clock;
    }

    boolean failed(UUID attempt, @Nullable User user) {
        telling.loginFailed(attempt, user, "Failed to sign in");
        return true;
    }

    /** The password was right, so it is no failed try. */
    boolean notActive(UUID attempt, User user) {
        attempts.waitForOthers(user.email());
        attempts.end(attempt, Outcome.NOT_ACTIVE);
        Credential.of(tables, user.id()).ifPresent(Credential::unlock);
        telling.loginFailed(attempt, user, "Tried to sign in to an account that is not active");
        return true;
    }

    /** Tries during a lockout are told, too, and count for nothing. */
    void locked(UUID attempt, @Nullable User user) {
        telling.loginFailed(attempt, user, "Tried to sign in while locked out");
    }

    /**
     * A password that was right.
     *
     * @param hash that it was compared with
     * @param better the hash to keep from now on, of stronger parameters where the other's are weak
     */
    record Proved(String hash, String better) {}

    /** USR-06: a password that was changed while it was being compared opens nothing any more. */
    Opened succeeded(UUID attempt, User user, boolean rememberMe, Proved proved) {
        attempts.waitForOthers(user.email());
        Credential credential = Credential.of(tables, user.id())
                .filter(stored -> stored.passwordHash.equals(proved.hash))
                .orElseThrow(SignIn::invalid);
        attempts.end(attempt, Outcome.SUCCESS);
        credential.unlock();
        credential.rehash(proved.better);
        Opened opened = sessions.open(user.id(), rememberMe);
        tables.flush();
        seen(user.id());
        telling.login(opened.session().id(), user);
        return opened;
    }

    /** Past the entity: being here changes nothing of a user that others would have to hear of. */
    private void seen(UUID user) {
        tables.entities()
                .createNativeQuery(SEEN)
                .setParameter(1, java.sql.Timestamp.from(clock.instant()))
                .setParameter(2, Call.tenant())
                .setParameter(3, user)
                .executeUpdate();
    }
}
