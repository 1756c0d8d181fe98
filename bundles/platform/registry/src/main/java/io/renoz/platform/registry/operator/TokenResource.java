package io.renoz.platform.registry.operator;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.validation.constraints.Future;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/tokens}. */
@Component(service = Resource.class)
@OperatorPlane
@Path("tokens")
public final class TokenResource implements Resource {

    private final Tokens tokens;

    @Activate
    public TokenResource(@Reference Tokens tokens) {
        this.tokens = tokens;
    }

    /** A token to be made. */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @Future @Nullable Instant expiresAt) {}

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", Tokens.offer());
    }

    @GET
    @Summary("The operator tokens, live ones and others; never their secrets")
    public Page<TokenView> list(@Context ListQuery query) {
        return tokens.list(query);
    }

    @POST
    @Summary("Makes a token; its secret is in this answer and nowhere else")
    @Answers("duplicate-value")
    public Created<NewToken> create(Input input) {
        return new Created<>(tokens.create(input.name(), input.expiresAt()));
    }

    @POST
    @Path("{id}/revoke")
    @Summary("Ends a token on every node at once")
    @Answers("last-token")
    public TokenView revoke(@PathParam("id") UUID id) {
        return tokens.revoke(id);
    }
}
