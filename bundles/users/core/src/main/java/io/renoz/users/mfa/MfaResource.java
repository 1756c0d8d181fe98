package io.renoz.users.mfa;

import io.renoz.data.Actor;
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
import io.renoz.rest.Lists;
import io.renoz.rest.Summary;
import io.renoz.rest.WhileEnrolling;
import io.renoz.security.TokenCache;
import io.renoz.users.letter.Letters;
import io.renoz.users.letter.Letters.Reader;
import io.renoz.users.mfa.MfaFactor.FactorType;
import io.renoz.users.mfa.MfaResource.View;
import io.renoz.users.mfa.SecondFactors.Enrolment;
import io.renoz.users.signin.OwnCode;
import io.renoz.users.user.User;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/me/mfa}: the caller's own second factor. USR-18: for people who are signed in, not for programs. */
@Component
@Path("me/mfa")
@Allow(Allow.SIGNED_IN)
@InPerson
@WhileEnrolling
public final class MfaResource implements Lists<View> {

    /**
     * An authenticator to be.
     *
     * @param name Authenticator when left out
     */
    public record Input(@Nullable @Size(max = 100) String name) {}

    /** What the authenticator shows, or a backup code. */
    public record Code(@NotBlank @Size(max = 20) String code) {

        /** Without it. */
        @Override
        public String toString() {
            return "a code";
        }
    }

    /** Codes for when the authenticator is lost; each works once. */
    public record Codes(List<String> backupCodes) {

        /** Without them. */
        @Override
        public String toString() {
            return "backup codes";
        }
    }

    /**
     * An authenticator.
     *
     * @param secret shown once, to whoever sets it up
     * @param otpauthUri the same as a picture holds it
     */
    public record View(
            UUID id,
            int version,
            FactorType factorType,
            String name,
            @Nullable Instant verifiedAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant createdAt,
            @Nullable String secret,
            @Nullable String otpauthUri)
            implements Versioned {

        /** Without the secret. */
        @Override
        public String toString() {
            return name;
        }
    }

    private final Rows<MfaFactor, Void, View> rows;
    private final Tables tables;
    private final SecondFactors factors;
    private final OwnCode ownCode;
    private final Letters letters;
    private final TokenCache tokens;

    @Activate
    public MfaResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference SecondFactors factors,
            @Reference OwnCode ownCode,
            @Reference Letters letters,
            @Reference TokenCache tokens) {
        this.tables = tables;
        this.factors = factors;
        this.ownCode = ownCode;
        this.letters = letters;
        this.tokens = tokens;
        rows = tables.of(MfaFactor.class)
                .within("userId", User.class)
                .sort("createdAt")
                .viewed(View.class, factor -> view(factor, null, null));
    }

    private static View view(MfaFactor factor, @Nullable String secret, @Nullable String uri) {
        return new View(
                factor.id(),
                factor.version(),
                factor.factorType,
                factor.name,
                factor.verifiedAt,
                factor.lastUsedAt,
                factor.made(),
                secret,
                uri);
    }

    @Override
    public Rows<MfaFactor, Void, View> records() {
        return rows;
    }

    @Override
    @Summary("The caller's authenticators.")
    public Page<View> list(ListQuery query) {
        return rows.within(me()).list(query);
    }

    @POST
    @HandsOutSecret
    @Answers("already-enabled")
    @Summary("Begins to set an authenticator up; its secret is shown once. It counts once a code of it was right.")
    public Created<View> create(Input input) {
        User user = tables.require(User.class, me());
        String name = input.name() == null || input.name().isBlank()
                ? "Authenticator"
                : input.name().strip();
        Enrolment begun = factors.enrol(user, name);
        return new Created<>(view(begun.factor(), begun.secret(), begun.uri()));
    }

    @POST
    @Path("{id}/verify")
    @HandsOutSecret
    @Answers({"invalid-code", "already-enabled"})
    @Summary("Finishes with a first code; returns ten backup codes, shown once.")
    public Codes verify(@PathParam("id") UUID id, Code code) {
        UUID me = me();
        MfaFactor factor = own(me, id);
        List<String> codes = factors.verify(factor, code.code().replaceAll("[\\s-]", ""));
        tell(me, "A second factor is needed to sign in to your account from now on.");
        return new Codes(codes);
    }

    @POST
    @Path("backup-codes")
    @HandsOutSecret
    @Answers({"invalid-code", "too-many-attempts"})
    @Summary("Replaces the backup codes; needs a code.")
    public Codes replaceBackupCodes(Code code) {
        UUID me = me();
        ownCode.demand(me, code.code());
        tell(me, "The backup codes of your account were replaced.");
        return new Codes(factors.newBackupCodes(me));
    }

    /** One that was never finished protects nothing, and goes without a code. */
    @DELETE
    @Path("{id}")
    @Answers({"invalid-code", "too-many-attempts"})
    @Summary("Removes an authenticator and the backup codes; needs a code if it counts.")
    public void delete(@PathParam("id") UUID id, @QueryParam("code") @Nullable String code) {
        UUID me = me();
        if (!own(me, id).verified()) {
            rows.within(me).delete(id);
        } else {
            rows.within(me).change(id, factor -> ownCode.demand(me, code == null ? "" : code));
            factors.remove(me);
            tell(me, "No second factor is needed to sign in to your account any more.");
        }
    }

    private void tell(UUID me, String what) {
        User user = tables.require(User.class, me);
        letters.changed(new Reader(user.email(), user.name()), what);
        tokens.invalidate(Call.tenant());
    }

    private MfaFactor own(UUID me, UUID id) {
        return tables.find(MfaFactor.class, id)
                .filter(factor -> factor.userId.equals(me))
                .orElseThrow(() -> Problem.notFound("second factor"));
    }

    private static UUID me() {
        Actor actor = Call.current().actor();
        UUID user = actor.id();
        if (user == null || actor.session() == null) {
            throw Problem.of("forbidden", "Second factors are for people who are signed in.");
        }
        return user;
    }
}
