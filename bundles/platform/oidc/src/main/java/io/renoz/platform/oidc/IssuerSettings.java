package io.renoz.platform.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose tokens are taken, and what in them says who came, from the environment.
 *
 * @param issuer {@code RENOZ_OIDC_ISSUER}, exactly as in {@code iss}
 * @param audience {@code RENOZ_OIDC_AUDIENCE}, one of those in {@code aud}
 * @param organizationClaim {@code RENOZ_OIDC_ORGANIZATION_CLAIM}: the id of an organization, or its slug
 * @param emailClaim {@code RENOZ_OIDC_EMAIL_CLAIM}: the address of one of its users, which {@code email_verified} must confirm
 * @param algorithms {@code RENOZ_OIDC_ALGORITHMS}: by which a token may be signed
 */
record IssuerSettings(
        URI issuer, String audience, String organizationClaim, String emailClaim, Set<JWSAlgorithm> algorithms) {

    private static final String PREFIX = "RENOZ_OIDC_";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Signed with a key that only the issuer has. Secrets that both sides have are none, and no signature is no proof. */
    private static final Set<JWSAlgorithm> GOOD = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Empty when no issuer is configured. */
    static Optional<IssuerSettings> of(Map<String, String> environment) {
        String issuer = environment.getOrDefault(PREFIX + "ISSUER", "");
        if (issuer.isBlank()) {
            return Optional.empty();
        }
        String audience = environment.getOrDefault(PREFIX + "AUDIENCE", "");
        if (audience.isBlank()) {
            throw new IllegalStateException(
                    "RENOZ_OIDC_ISSUER is set, so RENOZ_OIDC_AUDIENCE must be: without it a token"
                            + " for any other service would do.");
        }
        return Optional.of(new IssuerSettings(
                address(issuer),
                audience,
                environment.getOrDefault(PREFIX + "ORGANIZATION_CLAIM", "renoz_organization"),
                environment.getOrDefault(PREFIX + "EMAIL_CLAIM", "email"),
                algorithms(environment.getOrDefault(PREFIX + "ALGORITHMS", "RS256,PS256,ES256"))));
    }

    private static URI address(String issuer) {
        URI uri = URI.create(issuer);
        boolean safe = "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost())));
        if (!safe) {
            throw new IllegalStateException("RENOZ_OIDC_ISSUER must be an https:// address and not " + issuer + ".");
        }
        return uri;
    }

    private static Set<JWSAlgorithm> algorithms(String names) {
        Set<JWSAlgorithm> algorithms = Arrays.stream(names.split(","))
                .map(String::strip)
                .map(JWSAlgorithm::parse)
                .collect(Collectors.toSet());
        if (!GOOD.containsAll(algorithms)) {
            throw new IllegalStateException("RENOZ_OIDC_ALGORITHMS may be of "
                    + GOOD.stream().map(JWSAlgorithm::getName).sorted().toList() + " and not " + names + ".");
        }
        return algorithms;
    }
}
