package io.renoz.platform.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.security.ExternalTokens;
import io.renoz.security.Principal;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.users.api.AccessControl;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens of the issuer that the environment names: the user of an organization whose address the issuer has verified.
 * They are taken for no more than that: who is not invited to the organization stays outside, whatever the token says.
 */
@Component
public final class OidcTokens implements ExternalTokens {

    private static final Logger log = LoggerFactory.getLogger(OidcTokens.class);
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Optional<IssuerSettings> settings;
    private final Optional<Issuer> issuer;
    private final OrganizationDirectory organizations;
    private final UserDirectory users;
    private final AccessControl access;

    @Activate
    public OidcTokens(
            @Reference OrganizationDirectory organizations,
            @Reference UserDirectory users,
            @Reference AccessControl access,
            @Reference Clock clock) {
        this(System.getenv(), organizations, users, access, clock);
    }

    OidcTokens(
            Map<String, String> environment,
            OrganizationDirectory organizations,
            UserDirectory users,
            AccessControl access,
            Clock clock) {
        settings = IssuerSettings.of(environment);
        issuer = settings.map(known -> new Issuer(known, clock));
        this.organizations = organizations;
        this.users = users;
        this.access = access;
        settings.ifPresent(known -> log.info("Access tokens of {} for {} are taken", known.issuer(), known.audience()));
    }

    @Override
    public Optional<UUID> organizationOf(String token) {
        return claims(token)
                .flatMap(claims -> text(claims, settings.orElseThrow().organizationClaim()))
                .flatMap(this::organization);
    }

    private Optional<UUID> organization(String name) {
        return UUID_TEXT.matcher(name).matches()
                ? Optional.of(UUID.fromString(name))
                : organizations.resolve(name).map(OrganizationRef::id);
    }

    @Override
    public Optional<Principal> authenticate(String token) {
        return claims(token).flatMap(claims -> verifiedEmail(claims)
                .flatMap(users::findByEmail)
                .filter(UserRef::active)
                .map(user -> principal(user, claims.getExpirationTime())));
    }

    private Optional<JWTClaimsSet> claims(String token) {
        return issuer.flatMap(known -> known.verify(token));
    }

    /** An address that nobody has verified could be anybody's. */
    private Optional<String> verifiedEmail(JWTClaimsSet claims) {
        Object verified = claims.getClaim("email_verified");
        return Boolean.TRUE.equals(verified) || "true".equals(verified)
                ? text(claims, settings.orElseThrow().emailClaim())
                : Optional.empty();
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private Principal principal(UserRef user, Date expires) {
        var actor = new Actor(Actor.Kind.USER, user.id(), user.name(), null, null, null);
        return new Principal(Call.tenant(), actor, access.effectivePermissions(user.id()), expires.toInstant());
    }
}
