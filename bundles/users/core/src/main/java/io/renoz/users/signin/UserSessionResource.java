package io.renoz.users.signin;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
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

/** {@code /api/v1/users/users/{user}/sessions}: where somebody is signed in, for admins. */
@Component
@Path("users/{user}/sessions")
public final class UserSessionResource implements Resource {

    private final SessionLists sessions;

    @Activate
    public UserSessionResource(@Reference SessionLists sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", sessions.offer());
    }

    @GET
    @Summary("Sessions of a user; ended=false leaves out what is over.")
    public Page<SessionView> list(@PathParam("user") UUID user, @Context ListQuery query) {
        return sessions.list(user, query);
    }

    @DELETE
    @Path("{id}")
    @Summary("Ends a session of a user.")
    public void end(@PathParam("user") UUID user, @PathParam("id") UUID id) {
        sessions.end(user, id);
    }
}
