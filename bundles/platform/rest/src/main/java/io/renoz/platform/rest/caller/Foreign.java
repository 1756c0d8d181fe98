package io.renoz.platform.rest.caller;

import io.renoz.security.ExternalTokens;
import io.renoz.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Those who know tokens that others have issued, if there are any: JSON web tokens and nothing else. Thread-safe. */
final class Foreign implements AutoCloseable {

    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private final @Nullable ServiceTracker<ExternalTokens, ExternalTokens> tracker;

    Foreign(BundleContext context) {
        tracker = new ServiceTracker<>(context, ExternalTokens.class, null);
        tracker.open();
    }

    /** Nobody. */
    Foreign() {
        tracker = null;
    }

    /** Does something inside a transaction of an organization. */
    @FunctionalInterface
    interface Inside {
        Optional<Principal> in(UUID organization, Callable<Optional<Principal>> look);
    }

    /** Whether a token has the form of those, which ours never have. */
    boolean issued(String token) {
        return JWT.matcher(token).matches();
    }

    Optional<Principal> find(String token, Inside inside) {
        return known().stream()
                .flatMap(tokens -> tokens
                        .organizationOf(token)
                        .flatMap(organization -> inside.in(organization, () -> tokens.authenticate(token)))
                        .stream())
                .findFirst();
    }

    private List<ExternalTokens> known() {
        return tracker == null ? List.of() : List.of(tracker.getServices(new ExternalTokens[0]));
    }

    @Override
    public void close() {
        if (tracker != null) {
            tracker.close();
        }
    }
}
