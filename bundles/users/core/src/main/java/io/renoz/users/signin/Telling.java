package io.renoz.users.signin;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.users.api.Authentication.Reason;
import io.renoz.users.user.User;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-23: sign-ins, sign-outs and failed tries are written down and told. */
@Component(service = Telling.class)
public final class Telling {

    private static final String MODULE = "users";

    private final AuditTrail audit;
    private final EventPublisher events;

    @Activate
    public Telling(@Reference AuditTrail audit, @Reference EventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void login(UUID session, User user) {
        audit.record(entry("user_session", session, Action.LOGIN, user).telling("users.session.login", "Signed in"));
        events.publish(
                new DomainEvent("users.session.login", "user", user.id(), Map.of("sessionId", session.toString())));
    }

    void loginFailed(UUID attempt, @Nullable User user, String how) {
        audit.record(
                entry("login_attempt", attempt, Action.LOGIN_FAILED, user).telling("users.session.login-failed", how));
        events.publish(new DomainEvent("users.session.login-failed", "login_attempt", attempt, Map.of()));
    }

    void ended(Session session, Reason reason) {
        audit.record(AuditEntry.of(MODULE, "user_session", session.id(), Action.LOGOUT)
                .partOf("user", session.userId)
                .telling("users.session.ended", reason == Reason.LOGOUT ? "Signed out" : "Session ended")
                .with(Map.of("reason", Coded.of(reason)))
                .confidential());
    }

    private static AuditEntry entry(String type, UUID id, Action action, @Nullable User user) {
        AuditEntry entry = AuditEntry.of(MODULE, type, id, action).confidential();
        return user == null ? entry : entry.named(user.name()).partOf("user", user.id());
    }
}
