package io.renoz.users.reset;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.api.Authentication;
import io.renoz.users.letter.Letters;
import io.renoz.users.letter.Letters.Reader;
import io.renoz.users.reset.ActionToken.Purpose;
import io.renoz.users.signin.Credential;
import io.renoz.users.signin.PasswordHash;
import io.renoz.users.signin.PasswordRules;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** New passwords for who holds a token: a look at it, the hashing outside of any transaction, then the change. */
@Component(service = NewPasswords.class)
public final class NewPasswords {

    private static final String FIELD = "newPassword";

    private final Transactions transactions;
    private final Tables tables;
    private final ActionTokens tokens;
    private final PasswordHash hash;
    private final SettingsReader settings;
    private final Authentication sessions;
    private final Letters letters;
    private final AuditTrail audit;
    private final Clock clock;

    /** The services a password needs are many, and all small. */
    @Activate
    public NewPasswords(
            @Reference Transactions transactions,
            @Reference(target = "(domain=users)") Tables tables,
            @Reference ActionTokens tokens,
            @Reference PasswordHash hash,
            @Reference SettingsReader settings,
            @Reference Authentication sessions,
            @Reference Letters letters,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.tables = tables;
        this.tokens = tokens;
        this.hash = hash;
        this.settings = settings;
        this.sessions = sessions;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose password it is, and what is stored of the present one. */
    private record Holder(User user, @Nullable String stored, int leastLength) {}

    /**
     * USR-05, USR-06: a good password, which ends all sessions and everything else that was sent to the user.
     *
     * @throws Problem {@code invalid-token}, {@code weak-password}
     */
    void set(String sent, String password) {
        LinkToken token = LinkToken.require(LinkToken.Kind.PASSWORD_RESET, sent);
        Call call = new Call(
                token.organization(),
                Actor.system("password reset"),
                Set.of("*"),
                Call.find().orElseThrow().request(),
                false);
        Holder holder = transactions.run(call.reading(), () -> holder(token));
        PasswordRules.check(
                FIELD,
                password,
                holder.leastLength(),
                holder.user().email(),
                holder.user().name());
        if (holder.stored() != null && hash.matches(password, holder.stored())) {
            throw PasswordRules.weak(FIELD, "The new password is the present one.");
        }
        String hashed = hash.of(password);
        User user = holder.user();
        var actor = new Actor(Actor.Kind.USER, user.id(), user.name(), null, null, null);
        Call asUser = new Call(token.organization(), actor, Set.of(), call.request(), false);
        transactions.run(asUser, () -> change(token, hashed));
    }

    private Holder holder(LinkToken token) {
        User user = tokens.find(token, Purpose.PASSWORD_RESET)
                .flatMap(row -> tables.find(User.class, row.user()))
                .filter(User::active)
                .orElseThrow(LinkToken::invalid);
        String stored = Credential.of(tables, user.id()).map(Credential::hash).orElse(null);
        return new Holder(user, stored, settings.getInt("users", "password_min_length"));
    }

    private boolean change(LinkToken token, String hashed) {
        ActionToken row = tokens.lock(token, Purpose.PASSWORD_RESET).orElseThrow(LinkToken::invalid);
        User user = tables.lock(User.class, row.user());
        if (!user.active()) {
            throw LinkToken.invalid();
        }
        row.use(clock.instant());
        tokens.voidAll(user.id());
        Credential.of(tables, user.id())
                .ifPresentOrElse(
                        credential -> credential.change(hashed, clock.instant()),
                        () -> tables.add(new Credential(user.id(), hashed, clock.instant())));
        user.verify(clock.instant());
        sessions.endSessions(user.id(), Authentication.Reason.PASSWORD_CHANGED);
        letters.changed(new Reader(user.email(), user.name()), "Your password was changed.");
        audit.record(AuditEntry.of("users", "user", user.id(), Action.UPDATED)
                .named(user.name())
                .telling("users.user.password-reset", "Set a new password by mail")
                .confidential());
        return true;
    }
}
