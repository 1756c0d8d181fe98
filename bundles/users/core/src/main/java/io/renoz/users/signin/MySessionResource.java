package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/me/sessions}: where one is signed in. */
@Component
@Path("me/sessions")
@Allow(Allow.SIGNED_IN)
public final class MySessionResource implements Resource {

    /** How many. */
    public record Count(int count) {}

    private final SessionLists sessions;

    @Activate
    public MySessionResource(@Reference SessionLists sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", sessions.offer());
    }

    @GET
    @Summary("The caller's sessions, the newest use first; ended=false leaves out what is over.")
    public Page<SessionView> list(@Context ListQuery query) {
        return sessions.list(me(), query);
    }

    @DELETE
    @Path("{id}")
    @Summary("Ends a session of the caller's.")
    public void end(@PathParam("id") UUID id) {
        sessions.end(me(), id);
    }

    @DELETE
    @Path("others")
    @Summary("Ends all sessions of the caller's but the one that asks.")
    public Count endOthers() {
        UUID current = Call.current().actor().session();
        return new Count(sessions.endOthers(me(), current == null ? Ids.next() : current));
    }

    private static UUID me() {
        return Call.user().orElseThrow(() -> Problem.notFound("user"));
    }
}
