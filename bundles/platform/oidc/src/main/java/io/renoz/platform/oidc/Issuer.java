package io.renoz.platform.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells genuine tokens of an issuer from others. Its keys are found by discovery, kept for five minutes and asked for again
 * when a token names one that is not known yet, though never more than twice in half a minute. Thread-safe.
 */
final class Issuer {

    private static final Logger log = LoggerFactory.getLogger(Issuer.class);
    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(3).toMillis();
    private static final int MOST_BYTES = 256 << 10;
    private static final long KEPT_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int SKEW_SECONDS = 60;

    private final IssuerSettings settings;
    private final Clock clock;
    private final DefaultResourceRetriever http =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
    private volatile @Nullable JWTProcessor<SecurityContext> processor;

    Issuer(IssuerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a token says; empty when it is not to be believed.
     *
     * @throws Problem {@code unavailable} when the issuer does not answer
     */
    Optional<JWTClaimsSet> verify(String token) {
        try {
            return Optional.of(processor().process(token, null));
        } catch (RateLimitReachedException e) {
            log.debug("A token of {} names a key that is not there", settings.issuer());
            return Optional.empty();
        } catch (KeySourceException | IOException e) {
            log.warn("The keys of {} cannot be had: {}", settings.issuer(), e.getMessage());
            throw Problem.of("unavailable", "The issuer of this token cannot be asked at the moment; try again.");
        } catch (ParseException | BadJOSEException | JOSEException e) {
            log.debug("A token of {} is refused: {}", settings.issuer(), e.getMessage());
            return Optional.empty();
        }
    }

    private JWTProcessor<SecurityContext> processor() throws IOException, KeySourceException {
        JWTProcessor<SecurityContext> made = processor;
        if (made == null) {
            made = make(discover());
            processor = made;
        }
        return made;
    }

    /** Where the keys are, by the issuer's own word. */
    private URL discover() throws IOException, KeySourceException {
        String base = settings.issuer().toString();
        URI document = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/.well-known/openid-configuration");
        try {
            var found = JSONObjectUtils.parse(
                    http.retrieveResource(document.toURL()).getContent());
            if (!base.equals(JSONObjectUtils.getString(found, "issuer"))) {
                throw new RemoteKeySourceException(document + " speaks for another issuer", null);
            }
            URI keys = URI.create(JSONObjectUtils.getString(found, "jwks_uri"));
            if ("https".equals(settings.issuer().getScheme()) && !"https".equals(keys.getScheme())) {
                throw new RemoteKeySourceException(document + " has its keys where anybody could change them", null);
            }
            return keys.toURL();
        } catch (ParseException | IllegalArgumentException e) {
            throw new RemoteKeySourceException(document + " cannot be read", e);
        }
    }

    private JWTProcessor<SecurityContext> make(URL keys) {
        JWKSource<SecurityContext> source = JWKSourceBuilder.<SecurityContext>create(keys, http)
                .cache(KEPT_MILLIS, TIMEOUT_MILLIS * 2L)
                .refreshAheadCache(false)
                .retrying(true)
                .build();
        var made = new DefaultJWTProcessor<SecurityContext>();
        made.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT, null));
        made.setJWSKeySelector(new JWSVerificationKeySelector<>(settings.algorithms(), source));
        made.setJWTClaimsSetVerifier(new Claims(settings, clock));
        return made;
    }

    /** Issuer, audience and time. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(IssuerSettings settings, Clock clock) {
            super(
                    settings.audience(),
                    new JWTClaimsSet.Builder()
                            .issuer(settings.issuer().toString())
                            .build(),
                    Set.of("exp", settings.organizationClaim(), settings.emailClaim()));
            this.clock = clock;
            setMaxClockSkew(SKEW_SECONDS);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
