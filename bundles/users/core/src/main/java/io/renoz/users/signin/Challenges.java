package io.renoz.users.signin;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.users.mfa.SecondFactors;
import io.renoz.users.mfa.SecondFactors.Given;
import io.renoz.users.reset.ActionToken;
import io.renoz.users.reset.ActionToken.Purpose;
import io.renoz.users.reset.ActionTokens;
import io.renoz.users.reset.LinkToken;
import io.renoz.users.signin.Attempts.Begun;
import io.renoz.users.signin.Entry.Entered;
import io.renoz.users.signin.LoginAttempt.Outcome;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-07: the second half of signing in. A challenge lives five minutes, takes three codes and opens one session. */
@Component(service = Challenges.class)
public final class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST_WRONG = 3;

    private final Transactions transactions;
    private final Tables tables;
    private final ActionTokens tokens;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final Entry entry;
    private final Telling telling;
    private final Clock clock;

    /** Two halves of one act, and all that is told of it. */
    @Activate
    public Challenges(
            @Reference Transactions transactions,
            @Reference(target = "(domain=users)") Tables tables,
            @Reference ActionTokens tokens,
            @Reference SecondFactors factors,
            @Reference Attempts attempts,
            @Reference Entry entry,
            @Reference Telling telling,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.tables = tables;
        this.tokens = tokens;
        this.factors = factors;
        this.attempts = attempts;
        this.entry = entry;
        this.telling = telling;
        this.clock = clock;
    }

    /** Who is in. */
    record Passed(Entered entered, boolean mustChange) {}

    /** How an answer was judged. */
    private record Judged(Begun begun, boolean right, boolean mustChange) {}

    /**
     * @throws Problem {@code challenge-expired}, {@code invalid-code}, {@code too-many-attempts}
     */
    Passed answer(String challenge, String code, boolean rememberMe) {
        LinkToken token =
                LinkToken.read(LinkToken.Kind.MFA_CHALLENGE, challenge).orElseThrow(Challenges::expired);
        Call call = Call.system(token.organization(), "sign-in");
        User user = transactions.run(call.reading(), () -> user(token));
        Given given = factors.read(user.id(), code);
        Judged judged = transactions.run(call, () -> judge(token, user, given));
        judged.begun().refuseLocked(clock.instant());
        if (!judged.right()) {
            throw SecondFactors.wrong();
        }
        var actor = new Actor(Actor.Kind.USER, user.id(), user.name(), null, null, null);
        Call asUser = new Call(token.organization(), actor, Set.of(), call.request(), false);
        Entered entered = transactions.run(asUser, () -> entry.open(tables.require(User.class, user.id()), rememberMe));
        return new Passed(entered, judged.mustChange());
    }

    private User user(LinkToken token) {
        return tokens.find(token, Purpose.MFA_CHALLENGE)
                .flatMap(row -> tables.find(User.class, row.user()))
                .filter(User::active)
                .orElseThrow(Challenges::expired);
    }

    /** Of two answers at once the second waits for the first. */
    private Judged judge(LinkToken token, User user, Given given) {
        attempts.waitForOthers(user.email());
        ActionToken row = tokens.lock(token, Purpose.MFA_CHALLENGE).orElseThrow(Challenges::expired);
        Credential credential = credential(user.id(), row);
        Begun begun = attempts.begin(user.email(), credential);
        if (begun.lockedUntil() != null) {
            telling.loginFailed(begun.id(), user, "Tried to sign in while locked out");
            return new Judged(begun, false, false);
        }
        boolean right = factors.accept(user.id(), given);
        if (right) {
            row.use(clock.instant());
            attempts.end(begun.id(), Outcome.SUCCESS);
            credential.unlock();
        } else {
            row.miss(MOST_WRONG, clock.instant());
            attempts.end(begun.id(), Outcome.MFA_FAILED);
            telling.loginFailed(begun.id(), user, "Failed at the second factor");
        }
        return new Judged(begun, right, credential.mustChange);
    }

    /** A password that has changed since it was right opens nothing any more. */
    private Credential credential(UUID user, ActionToken challenge) {
        @Nullable Credential credential = Credential.of(tables, user).orElse(null);
        if (credential == null
                || credential.passwordChangedAt.isAfter(challenge.expires().minus(LIFE))) {
            throw expired();
        }
        return credential;
    }

    private static Problem expired() {
        return Problem.of("challenge-expired", "Sign in again from the beginning.");
    }
}
