package io.renoz.users.signin;

import io.renoz.data.Tables;
import io.renoz.users.mfa.SecondFactors;
import io.renoz.users.reset.ActionToken.Purpose;
import io.renoz.users.reset.ActionTokens;
import io.renoz.users.reset.LinkToken;
import io.renoz.users.signin.LoginAttempt.Outcome;
import io.renoz.users.signin.Sessions.Opened;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How tries to sign in end, each in one transaction with all that is told of it. */
@Component(service = Endings.class)
public final class Endings {

    private final Tables tables;
    private final Attempts attempts;
    private final Entry entry;
    private final SecondFactors factors;
    private final ActionTokens tokens;
    private final Clock clock;
    private final Telling telling;

    @Activate
    public Endings(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Attempts attempts,
            @Reference Entry entry,
            @Reference SecondFactors factors,
            @Reference ActionTokens tokens,
            @Reference Telling telling,
            @Reference Clock clock) {
        this.tables = tables;
        this.attempts = attempts;
        this.entry = entry;
        this.factors = factors;
        this.tokens = tokens;
        this.clock = clock;
        this.telling = telling;
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

    /**
     * What a right password opens: a session, or a challenge where there is a second factor.
     *
     * @param until when the challenge ends
     */
    record Passed(
            @Nullable Opened opened,
            @Nullable LinkToken challenge,
            @Nullable Instant until) {}

    /** USR-06: a password that was changed while it was being compared opens nothing any more. */
    Passed succeeded(UUID attempt, User user, boolean rememberMe, Proved proved) {
        attempts.waitForOthers(user.email());
        Credential credential = Credential.of(tables, user.id())
                .filter(stored -> stored.passwordHash.equals(proved.hash))
                .orElseThrow(SignIn::invalid);
        credential.rehash(proved.better);
        if (factors.on(user.id())) {
            attempts.end(attempt, Outcome.MFA_REQUIRED);
            credential.forgive();
            LinkToken challenge = tokens.issue(user.id(), Purpose.MFA_CHALLENGE, Challenges.LIFE);
            return new Passed(null, challenge, clock.instant().plus(Challenges.LIFE));
        }
        attempts.end(attempt, Outcome.SUCCESS);
        credential.unlock();
        return new Passed(entry.open(user, rememberMe).opened(), null, null);
    }
}
