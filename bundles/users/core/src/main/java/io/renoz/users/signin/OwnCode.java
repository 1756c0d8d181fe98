package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.users.mfa.SecondFactors;
import io.renoz.users.mfa.SecondFactors.Given;
import io.renoz.users.signin.Attempts.Begun;
import io.renoz.users.signin.LoginAttempt.Outcome;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A code of whoever is signed in. USR-04: a wrong one counts like a wrong password, whatever becomes of the request. */
@Component(service = OwnCode.class)
public final class OwnCode {

    private final Tables tables;
    private final Transactions transactions;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final Clock clock;

    @Activate
    public OwnCode(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Transactions transactions,
            @Reference SecondFactors factors,
            @Reference Attempts attempts,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.factors = factors;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Refuses unless the code is good, and uses it up. The caller's transaction has locked neither user nor factor.
     *
     * @throws io.renoz.problem.Problem {@code invalid-code}, {@code too-many-attempts}
     */
    public void demand(UUID id, String code) {
        User user = tables.require(User.class, id);
        Call call = Call.current();
        Given given = factors.read(id, code);
        Begun begun = transactions.apart(call, () -> begin(user));
        begun.refuseLocked(clock.instant());
        boolean right = transactions.apart(call, () -> end(user, begun, given));
        if (!right) {
            throw SecondFactors.wrong();
        }
    }

    private Begun begin(User user) {
        attempts.waitForOthers(user.email());
        return attempts.begin(user.email(), Credential.of(tables, user.id()).orElse(null));
    }

    private boolean end(User user, Begun begun, Given given) {
        attempts.waitForOthers(user.email());
        boolean right = factors.accept(user.id(), given);
        attempts.end(begun.id(), right ? Outcome.SUCCESS : Outcome.MFA_FAILED);
        if (right) {
            Credential.of(tables, user.id()).ifPresent(Credential::unlock);
        }
        return right;
    }
}
