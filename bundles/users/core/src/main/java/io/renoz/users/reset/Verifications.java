package io.renoz.users.reset;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.users.letter.Letters;
import io.renoz.users.letter.Letters.Reader;
import io.renoz.users.reset.ActionToken.Purpose;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether mailboxes are really those of their users. */
@Component(service = Verifications.class)
public final class Verifications {

    private static final Duration LIFE = Duration.ofDays(7);

    private final Transactions transactions;
    private final Tables tables;
    private final ActionTokens tokens;
    private final Letters letters;
    private final Clock clock;

    @Activate
    public Verifications(
            @Reference Transactions transactions,
            @Reference(target = "(domain=users)") Tables tables,
            @Reference ActionTokens tokens,
            @Reference Letters letters,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.tables = tables;
        this.tokens = tokens;
        this.letters = letters;
        this.clock = clock;
    }

    /** Asks by mail; whatever was sent to another address of the user is over. */
    public void ask(User user) {
        tokens.voidAll(user.id());
        letters.verification(
                new Reader(user.email(), user.name()), tokens.issue(user.id(), Purpose.EMAIL_VERIFICATION, LIFE));
    }

    /**
     * Whoever is written to at another address proves that one too.
     *
     * @throws Problem {@code invalid-state} for who is invited at the one before
     */
    public void readdressed(User user) {
        if (user.invited()) {
            throw Problem.of("invalid-state", "The invitation went to the address before: cancel it, and invite anew.");
        }
        user.unverify();
        tokens.voidAll(user.id());
        if (user.active() && !user.service()) {
            ask(user);
        }
    }

    /**
     * @throws Problem {@code invalid-token}
     */
    void confirm(String sent) {
        LinkToken token = LinkToken.require(LinkToken.Kind.EMAIL_VERIFICATION, sent);
        Call call = new Call(
                token.organization(),
                Actor.system("e-mail verification"),
                Set.of("*"),
                Call.find().orElseThrow().request(),
                false);
        transactions.run(call, () -> {
            ActionToken row = tokens.lock(token, Purpose.EMAIL_VERIFICATION).orElseThrow(LinkToken::invalid);
            User user =
                    tables.find(User.class, row.user()).filter(User::present).orElseThrow(LinkToken::invalid);
            row.use(clock.instant());
            user.verify(clock.instant());
            return true;
        });
    }
}
