package io.renoz.users.delegation;

import io.renoz.data.Tables;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.user.User;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/users/{id}/delegate}: who stands in for somebody now. */
@Component
@Path("users/{id}/delegate")
public final class DelegateResource implements Resource {

    /** Nobody when all is left out. */
    public record View(
            @Nullable UUID userId,
            @Nullable String name,
            @Nullable DelegationScope scope,
            @Nullable Instant until) {}

    private final Tables tables;
    private final StandIns standIns;

    @Activate
    public DelegateResource(@Reference(target = "(domain=users)") Tables tables, @Reference StandIns standIns) {
        this.tables = tables;
        this.standIns = standIns;
    }

    @GET
    @Allow(Allow.SIGNED_IN)
    @Summary("Who stands in for a user now; an empty answer when nobody does.")
    public View get(@PathParam("id") UUID id) {
        UUID user = tables.require(User.class, id).id();
        return standIns.of(user).stream()
                .filter(standIn -> standIn.delegatorId().equals(user))
                .findFirst()
                .map(standIn -> new View(
                        standIn.delegateId(),
                        tables.require(User.class, standIn.delegateId()).name(),
                        standIn.scope(),
                        standIn.endDate()))
                .orElseGet(() -> new View(null, null, null, null));
    }
}
