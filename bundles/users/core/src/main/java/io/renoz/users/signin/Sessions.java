package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.security.TokenCache;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.api.Authentication;
import io.renoz.users.token.BearerToken;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens and ends sessions. */
@Component(service = {Authentication.class, Sessions.class})
public final class Sessions implements Authentication {

    /** USR-06: live ones of one user. */
    private static final int MOST = 10;

    private final Tables tables;
    private final SettingsReader settings;
    private final TokenCache tokens;
    private final Clock clock;

    @Activate
    public Sessions(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference SettingsReader settings,
            @Reference TokenCache tokens,
            @Reference Clock clock) {
        this.tables = tables;
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A session and the secret that opens it. */
    record Opened(Session session, BearerToken token) {}

    /** USR-06: the eleventh session ends the one that was used longest ago. */
    Opened open(UUID user, boolean rememberMe) {
        tables.lock(User.class, user); // two sign-ins at once count each other
        List<Session> live = live(user);
        for (int i = 0; i <= live.size() - MOST; i++) {
            live.get(i).end(Reason.TERMINATED, clock.instant());
            tokens.invalidate(Call.tenant());
        }
        BearerToken token = BearerToken.session(Call.tenant());
        var life = Session.Life.of(
                rememberMe,
                settings.getInt("users", "session_idle_hours"),
                settings.getInt("users", "session_max_days"));
        var session =
                new Session(user, token.hash(), rememberMe, life, Call.current().request(), clock.instant());
        return new Opened(tables.add(session), token);
    }

    /** Live ones, the longest unused first. */
    private List<Session> live(UUID user) {
        Instant now = clock.instant();
        return tables.entities()
                .createQuery(
                        "select s from Session s where s.userId = :user and s.endedAt is null order by s.lastActiveAt",
                        Session.class)
                .setParameter("user", user)
                .getResultStream()
                .filter(session -> session.alive(now))
                .toList();
    }

    @Override
    public int endSessions(UUID user, Reason reason) {
        return end(user, reason, session -> true);
    }

    /** All but one: that of whoever asks. */
    int endOthers(UUID user, UUID kept, Reason reason) {
        return end(user, reason, session -> !session.id().equals(kept));
    }

    private int end(UUID user, Reason reason, Predicate<Session> which) {
        List<Session> ending = live(user).stream().filter(which).toList();
        ending.forEach(session -> session.end(reason, clock.instant()));
        forgetTokens();
        return ending.size();
    }

    void end(Session session, Reason reason) {
        session.end(reason, clock.instant());
        forgetTokens();
    }

    /** USR-10: what was known of the organization's tokens is looked up anew, everywhere within a second. */
    public void forgetTokens() {
        tokens.invalidate(Call.tenant());
    }
}
