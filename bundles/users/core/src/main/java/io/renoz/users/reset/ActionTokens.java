package io.renoz.users.reset;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.users.reset.ActionToken.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes action tokens and finds those that are good. */
@Component(service = ActionTokens.class)
public final class ActionTokens {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Tables tables;
    private final Clock clock;

    @Activate
    public ActionTokens(@Reference(target = "(domain=users)") Tables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** A fresh one; its text is known to nobody else. */
    public LinkToken issue(UUID user, Purpose purpose, Duration life) {
        LinkToken token = LinkToken.of(purpose.kind(), Call.tenant());
        tables.add(new ActionToken(user, purpose, token.hash(), clock.instant().plus(life)));
        return token;
    }

    /** The row of a token that is good now. */
    public Optional<ActionToken> find(LinkToken token, Purpose purpose) {
        Instant now = clock.instant();
        return token.organization().equals(Call.tenant())
                ? tables.findBy(ActionToken.class, "tokenHash", token.hash())
                        .filter(row -> row.purpose == purpose && row.usedAt == null && row.expiresAt.isAfter(now))
                : Optional.empty();
    }

    /** The same, locked: of two who come at once the second finds it used. */
    public Optional<ActionToken> lock(LinkToken token, Purpose purpose) {
        return find(token, purpose)
                .map(row -> tables.lock(ActionToken.class, row.id()))
                .filter(row -> row.usedAt == null);
    }

    /** How many of a kind a user was given that have not ended by themselves yet, used ones among them. */
    long alive(UUID user, Purpose purpose) {
        return tables.entities()
                .createQuery(
                        "select count(t) from ActionToken t where t.userId = :user and t.purpose = :purpose"
                                + " and t.expiresAt > :now",
                        Long.class)
                .setParameter("user", user)
                .setParameter("purpose", purpose)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    /** Whatever a user was sent or is in the middle of is over. */
    public void voidAll(UUID user) {
        tables.entities()
                .createQuery(
                        "select t from ActionToken t where t.userId = :user and t.usedAt is null", ActionToken.class)
                .setParameter("user", user)
                .getResultList()
                .forEach(token -> token.use(clock.instant()));
    }

    /** Removes what is over. What was used stays an hour, since it counts. */
    int purge() {
        return tables.entities()
                .createNativeQuery("delete from users.user_action_tokens where organization_id = ?1"
                        + " and (expires_at <= ?2 or used_at <= ?3)")
                .setParameter(1, Call.tenant())
                .setParameter(2, java.sql.Timestamp.from(clock.instant()))
                .setParameter(3, java.sql.Timestamp.from(clock.instant().minus(KEPT)))
                .executeUpdate();
    }
}
