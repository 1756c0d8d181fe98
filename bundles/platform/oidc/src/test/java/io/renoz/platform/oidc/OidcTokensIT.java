package io.renoz.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.problem.Problem;
import io.renoz.security.Principal;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.users.api.AccessControl;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real issuer. */
class OidcTokensIT {

    private static final String AUDIENCE = "https://renoz.example";

    private final UUID organization = Ids.next();
    private final UserRef user = new UserRef(Ids.next(), "Ada", "ada@example.com", UserStatus.ACTIVE, null);
    private final UserRef gone = new UserRef(Ids.next(), "Bob", "bob@example.com", UserStatus.SUSPENDED, null);
    private final Ahead clock = new Ahead();

    private RealIssuer issuer;
    private OidcTokens tokens;

    /** Runs before the clock on the wall. */
    private static final class Ahead extends Clock {

        private Duration by = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        issuer = RealIssuer.start();
        tokens = tokens(Map.of("RENOZ_OIDC_ISSUER", issuer.address().toString(), "RENOZ_OIDC_AUDIENCE", AUDIENCE));
    }

    @AfterEach
    void end() {
        issuer.close();
    }

    /** Answers the questions that are asked of the other modules, and no others. */
    private <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "resolve" -> "acme".equals(arguments[0]) ? Optional.of(answer) : Optional.empty();
                    case "findByEmail" -> {
                        assertThat(Call.tenant()).isEqualTo(organization);
                        yield arguments[0].equals(user.email())
                                ? Optional.of(user)
                                : arguments[0].equals(gone.email()) ? Optional.of(gone) : Optional.empty();
                    }
                    case "effectivePermissions" -> arguments[0].equals(user.id()) ? answer : Set.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private OidcTokens tokens(Map<String, String> environment) {
        return new OidcTokens(
                environment,
                answering(OrganizationDirectory.class, reference()),
                answering(UserDirectory.class, ""),
                answering(AccessControl.class, Set.of("customers.read")),
                clock);
    }

    private OrganizationRef reference() {
        return new OrganizationRef(organization, "Acme", OrganizationStatus.ACTIVE);
    }

    private String claims(String email, boolean verified, String of) {
        return "{\"email\":\"" + email + "\",\"email_verified\":" + verified + ",\"renoz_organization\":\"" + of
                + "\"}";
    }

    private String token() throws Exception {
        return issuer.token(AUDIENCE, claims("ada@example.com", true, organization.toString()));
    }

    private Optional<Principal> authenticate(String token) throws Exception {
        var call = new Call(organization, Actor.system("sign-in"), Set.of(), Request.none(Ids.next()), true);
        return call.run(() -> tokens.authenticate(token));
    }

    private void refuses(String token) {
        assertThat(tokens.organizationOf(token)).isEmpty();
    }

    @Test
    void takesAGenuineTokenForAUserOfTheOrganization() throws Exception {
        String token = token();

        assertThat(tokens.organizationOf(token)).contains(organization);
        Principal principal = authenticate(token).orElseThrow();
        assertThat(principal.organization()).isEqualTo(organization);
        assertThat(principal.actor().kind()).isEqualTo(Actor.Kind.USER);
        assertThat(principal.actor().user()).contains(user.id());
        assertThat(principal.permissions()).containsExactly("customers.read");
        assertThat(principal.expires())
                .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(301));
        assertThat(tokens.organizationOf(issuer.token(AUDIENCE, claims("ada@example.com", true, "acme"))))
                .contains(organization);
        assertThat(tokens.organizationOf(issuer.token(AUDIENCE, claims("ada@example.com", true, "nobody"))))
                .isEmpty();
    }

    @Test
    void takesNobodyWhoIsUnknownGoneOrUnverified() throws Exception {
        String of = organization.toString();

        assertThat(authenticate(issuer.token(AUDIENCE, claims("eve@example.com", true, of))))
                .isEmpty();
        assertThat(authenticate(issuer.token(AUDIENCE, claims("bob@example.com", true, of))))
                .isEmpty();
        assertThat(authenticate(issuer.token(AUDIENCE, claims("ada@example.com", false, of))))
                .isEmpty();
        refuses(issuer.token(AUDIENCE, "{\"email\":\"ada@example.com\",\"email_verified\":true}"));
    }

    @Test
    void refusesAnotherAudience() throws Exception {
        refuses(issuer.token("https://other.example", claims("ada@example.com", true, organization.toString())));
    }

    @Test
    void refusesAnotherIssuerThoughItHasTheSameKeys() throws Exception {
        assertThat(tokens.organizationOf(token())).isPresent();
        issuer.imitate();

        refuses(token());
    }

    @Test
    void refusesWhatHasExpired() throws Exception {
        String token = token();
        assertThat(tokens.organizationOf(token)).isPresent();

        clock.by = Duration.ofSeconds(330); // within the minute that clocks may differ by
        assertThat(tokens.organizationOf(token)).isPresent();
        clock.by = Duration.ofSeconds(370);
        refuses(token);
    }

    @Test
    void findsTheNewKeyAndForgetsTheOldOneWhenTheIssuerRotates() throws Exception {
        String old = token();
        assertThat(tokens.organizationOf(old)).isPresent();

        issuer.rotate();

        assertThat(tokens.organizationOf(token())).isPresent();
        refuses(old);
    }

    @Test
    void refusesTokensThatNobodySignedOrThatAreSignedWithWhatEverybodyKnows() throws Exception {
        JWTClaimsSet said = SignedJWT.parse(token()).getJWTClaimsSet();

        refuses(new PlainJWT(said).serialize());

        byte[] known = JWKSet.parse(issuer.keys())
                .getKeys()
                .get(0)
                .toRSAKey()
                .toPublicKey()
                .getEncoded();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(JWKSet.parse(issuer.keys()).getKeys().get(0).getKeyID())
                        .build(),
                said);
        forged.sign(new MACSigner(known));
        refuses(forged.serialize());

        String genuine = token();
        refuses(genuine.substring(0, genuine.length() - 8) + "AAAAAAAA");
    }

    @Test
    void saysSoWhenTheIssuerDoesNotAnswer() throws Exception {
        String token = token();
        issuer.close();
        assertThatThrownBy(
                        () -> tokens(Map.of("RENOZ_OIDC_ISSUER", "http://127.0.0.1:1", "RENOZ_OIDC_AUDIENCE", AUDIENCE))
                                .organizationOf(token))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("unavailable"));
    }

    @Test
    void takesNothingWhenNoIssuerIsConfigured() throws Exception {
        assertThat(tokens(Map.of()).organizationOf(token())).isEmpty();
    }

    @Test
    void isNotStartedWithSettingsThatProtectNothing() {
        var good = Map.of("RENOZ_OIDC_ISSUER", "https://id.example.com", "RENOZ_OIDC_AUDIENCE", AUDIENCE);
        assertThat(IssuerSettings.of(good)).isPresent();
        for (Map<String, String> bad : List.of(
                Map.of("RENOZ_OIDC_ISSUER", "https://id.example.com"),
                Map.of("RENOZ_OIDC_ISSUER", "http://id.example.com", "RENOZ_OIDC_AUDIENCE", AUDIENCE),
                Map.of(
                        "RENOZ_OIDC_ISSUER",
                        "https://id.example.com",
                        "RENOZ_OIDC_AUDIENCE",
                        AUDIENCE,
                        "RENOZ_OIDC_ALGORITHMS",
                        "RS256,none"),
                Map.of(
                        "RENOZ_OIDC_ISSUER",
                        "https://id.example.com",
                        "RENOZ_OIDC_AUDIENCE",
                        AUDIENCE,
                        "RENOZ_OIDC_ALGORITHMS",
                        "HS256"))) {
            assertThatThrownBy(() -> IssuerSettings.of(bad)).isInstanceOf(IllegalStateException.class);
        }
    }
}
