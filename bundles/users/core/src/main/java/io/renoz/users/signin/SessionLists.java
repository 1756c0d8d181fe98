package io.renoz.users.signin;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.users.api.Authentication.Reason;
import io.renoz.users.user.User;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sessions of one user, for the user and for admins. */
@Component(service = SessionLists.class)
public final class SessionLists {

    private final Rows<Session, Void, SessionView> rows;
    private final Sessions sessions;

    @Activate
    public SessionLists(@Reference(target = "(domain=users)") Tables tables, @Reference Sessions sessions) {
        this.sessions = sessions;
        rows = tables.of(Session.class)
                .filter(
                        "ended",
                        Boolean.class,
                        ended -> "case when e.endedAt is null and e.idleExpiresAt > current_timestamp"
                                + " and e.expiresAt > current_timestamp then false else true end = :value")
                .within("userId", User.class)
                .sort("-lastActiveAt")
                .viewed(SessionView.class, SessionView::of);
    }

    /** What lists of them take. */
    Offer offer() {
        return rows.offer();
    }

    Page<SessionView> list(UUID user, ListQuery query) {
        return rows.within(user).list(query);
    }

    void end(UUID user, UUID session) {
        rows.within(user).change(session, row -> sessions.end(row, Reason.TERMINATED));
    }

    int endOthers(UUID user, UUID kept) {
        return sessions.endOthers(user, kept, Reason.TERMINATED);
    }
}
