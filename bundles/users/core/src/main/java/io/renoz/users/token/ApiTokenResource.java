package io.renoz.users.token;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.HandsOutSecret;
import io.renoz.rest.InPerson;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.users.token.ApiTokenResource.View;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/v1/users/api-tokens}: one's own; those of others for who may manage tokens. USR-18: no token makes or reads
 * tokens.
 */
@Component
@Path("api-tokens")
@Allow(Allow.SIGNED_IN)
@InPerson
public final class ApiTokenResource implements Reads<View> {

    /**
     * A token to be made.
     *
     * @param userId whose; the caller's when left out
     * @param allowedIps CIDR ranges it may come from; any when empty
     */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @Nullable UUID userId,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 100) String> scopes,
            @Size(max = 50) List<@NotNull @Size(max = 50) String> allowedIps,
            @Nullable Instant expiresAt) {

        public Input {
            scopes = scopes == null ? List.of() : scopes.stream().distinct().toList();
            allowedIps = allowedIps == null ? List.of() : List.copyOf(allowedIps);
        }
    }

    /** A token without its secret. */
    public record View(
            UUID id,
            int version,
            String name,
            UUID userId,
            String tokenPrefix,
            List<String> scopes,
            List<String> allowedIps,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String lastUsedIp,
            @Nullable Instant revokedAt,
            @Nullable UUID revokedBy,
            @Nullable String revokedReason)
            implements Versioned {

        static View of(ApiToken token) {
            String[] allowed = token.allowedIps;
            return new View(
                    token.id(),
                    token.version(),
                    token.name,
                    token.userId,
                    token.tokenPrefix,
                    Arrays.asList(token.scopes),
                    allowed == null ? List.of() : Arrays.asList(allowed),
                    token.expiresAt,
                    token.lastUsedAt,
                    token.lastUsedIp,
                    token.revokedAt,
                    token.revokedBy,
                    token.revokedReason);
        }
    }

    /** A token with its secret, which is shown only here. */
    public record Issued(UUID id, int version, String token, View details) implements Versioned {

        /** Without the secret. */
        @Override
        public String toString() {
            return details.toString();
        }
    }

    /** Why. */
    public record Reason(@NotBlank @Size(max = 500) String reason) {}

    private final Rows<ApiToken, Void, View> tokens;
    private final Issuing issuing;

    @Activate
    public ApiTokenResource(@Reference(target = "(domain=users)") Tables tables, @Reference Issuing issuing) {
        this.issuing = issuing;
        tokens = tables.of(ApiToken.class)
                .filter("userId")
                .filter(
                        "revoked",
                        Boolean.class,
                        revoked -> "case when e.revokedAt is null then false else true end = :value")
                .sort("-createdAt", "lastUsedAt")
                .viewed(View.class, View::of);
    }

    @Override
    public Rows<ApiToken, Void, View> records() {
        return tokens;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Page<View> list(ListQuery query) {
        if (Call.current().permits("users.read")) {
            return tokens.list(query);
        }
        var filters = new LinkedHashMap<>(query.filters());
        filters.put("userId", me().toString());
        return tokens.list(new ListQuery(query.limit(), query.cursor(), query.sort(), filters, query.count()));
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public View get(UUID id) {
        View view = tokens.get(id);
        if (!view.userId().equals(me()) && !Call.current().permits("users.read")) {
            throw Problem.notFound("api token");
        }
        return view;
    }

    @POST
    @HandsOutSecret
    @Answers({"unknown-permission", "scope-exceeds-permissions", "limit-exceeded"})
    @Summary("Makes a token; its secret is in this answer and nowhere else.")
    public Created<Issued> create(Input input) {
        UUID user = input.userId() == null ? me() : input.userId();
        if (!user.equals(me())) {
            Call.current().require("users.manage_tokens");
        }
        Issuing.Issue issue = issuing.issue(user, input);
        View view = tokens.view(issue.row());
        return new Created<>(new Issued(view.id(), view.version(), issue.token().text(), view));
    }

    @POST
    @Path("{id}/revoke")
    @Answers("invalid-transition")
    @Summary("Ends a token at once.")
    public View revoke(@PathParam("id") UUID id, Reason reason) {
        if (!get(id).userId().equals(me())) {
            Call.current().require("users.manage_tokens");
        }
        return tokens.change(id, token -> issuing.revoke(token, reason.reason()));
    }

    private static UUID me() {
        return Call.user().orElseThrow(() -> Problem.notFound("user"));
    }
}
