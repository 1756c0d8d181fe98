package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.security.TokenCache;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.api.Authentication;
import io.renoz.users.token.BearerToken;
import io.renoz.users.user.User;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    private final Telling telling;
    private final Clock clock;

    @Activate
    public Sessions(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference SettingsReader settings,
            @Reference TokenCache tokens,
            @Reference Telling telling,
            @Reference Clock clock) {
        this.tables = tables;
        this.settings = settings;
        this.tokens = tokens;
        this.telling = telling;
        this.clock = clock;
    }

    /** A session and the secret that opens it. */
    record Opened(Session session, BearerToken token) {}

    /**
     * USR-06: the eleventh session ends the one that was used longest ago; who was stopped meanwhile gets none.
     *
     * @throws Problem {@code account-not-active}
     */
    Opened open(UUID user, boolean rememberMe) {
        if (!tables.lock(User.class, user).active()) { // two sign-ins at once count each other
            throw SignIn.notActive();
        }
        List<Session> live = live(user);
        if (live.size() >= MOST) {
            end(live.subList(0, live.size() - MOST + 1), Reason.TERMINATED);
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
        return tables.entities()
                .createQuery(
                        "select s from Session s where s.userId = :user and s.endedAt is null"
                                + " and s.idleExpiresAt > :now and s.expiresAt > :now order by s.lastActiveAt",
                        Session.class)
                .setParameter("user", user)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    @Override
    public int endSessions(UUID user, Reason reason) {
        return end(live(user), reason);
    }

    /** All but one: that of whoever asks. */
    int endOthers(UUID user, UUID kept, Reason reason) {
        return end(
                live(user).stream()
                        .filter(session -> !session.id().equals(kept))
                        .toList(),
                reason);
    }

    private int end(List<Session> ending, Reason reason) {
        ending.forEach(session -> end(session, reason));
        return ending.size();
    }

    /** USR-23: each is told; one that has ended already stays as it is. */
    void end(Session session, Reason reason) {
        if (session.end(reason, clock.instant())) {
            telling.ended(session, reason);
            forgetTokens();
        }
    }

    /** USR-06: marks some of those that are over without anybody's having ended them; returns how many. */
    public int endOverdue(int most) {
        Instant now = clock.instant();
        List<Session> overdue = tables.entities()
                .createQuery(
                        "select s from Session s where s.endedAt is null"
                                + " and (s.idleExpiresAt <= :now or s.expiresAt <= :now) order by s.expiresAt",
                        Session.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        overdue.forEach(session -> end(session, session.expiresAt.isAfter(now) ? Reason.IDLE : Reason.EXPIRED));
        tables.flush();
        return overdue.size();
    }

    /** Removes some of those that ended so long ago; returns how many. */
    public int removeEnded(Duration ago, int most) {
        return tables.entities()
                .createNativeQuery("delete from users.user_sessions where organization_id = ?1 and id in (select id"
                        + " from users.user_sessions where organization_id = ?1 and ended_at < ?2 limit " + most + ")")
                .setParameter(1, Call.tenant())
                .setParameter(2, Timestamp.from(clock.instant().minus(ago)))
                .executeUpdate();
    }

    /** USR-10: what was known of the organization's tokens is looked up anew, everywhere within a second. */
    public void forgetTokens() {
        tokens.invalidate(Call.tenant());
    }
}
