package io.renoz.settings.webhook;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** SET-23: where webhooks may go. */
@Component(service = Targets.class)
public final class Targets {

    /** The operator's: addresses of one's own network and plain HTTP, for development and tests. */
    static final String ALLOW_PRIVATE = "RENOZ_WEBHOOKS_ALLOW_PRIVATE_TARGETS";

    private static final int LONGEST_LOOK_UP_SECONDS = 4;
    private static final int LOOKING_UP = 8;

    private final boolean anywhere;
    private final Resolver resolver;
    private final ExecutorService lookUps;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    @Activate
    public Targets() {
        this(System.getenv(), InetAddress::getAllByName);
    }

    Targets(Map<String, String> environment, Resolver resolver) {
        this.anywhere = Boolean.parseBoolean(environment.getOrDefault(ALLOW_PRIVATE, "false"));
        this.resolver = resolver;
        lookUps = Executors.newFixedThreadPool(LOOKING_UP, work -> {
            var thread = new Thread(work, "renoz-webhook-names");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() {
        lookUps.shutdownNow();
    }

    /**
     * Refuses an address that webhooks may not go to.
     *
     * @throws Problem {@code forbidden-target}
     */
    void check(String url) {
        try {
            of(url);
        } catch (Forbidden e) {
            throw Problem.of("forbidden-target", e.reason()).with(List.of(new FieldError("/targetUrl", e.reason())));
        }
    }

    /** A target that was checked, and the addresses that were: none other is to be connected to. */
    record Target(URI uri, List<InetAddress> addresses) {}

    /** Webhooks may not go there. */
    static final class Forbidden extends Exception {

        private static final long serialVersionUID = 1L;

        Forbidden(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Looks the host up, and lets through what is public as a whole. */
    Target of(String url) throws Forbidden {
        URI uri = parsed(url);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(anywhere && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new Forbidden("A webhook goes to an https address.");
        }
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null || uri.getPort() == 0) {
            throw new Forbidden("A webhook goes to an address with a host, and without user or fragment.");
        }
        List<InetAddress> addresses = resolved(host);
        if (!anywhere && !addresses.stream().allMatch(PublicAddresses::contain)) {
            throw new Forbidden("The address does not belong to the public network.");
        }
        return new Target(uri, addresses);
    }

    private static URI parsed(String url) throws Forbidden {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new Forbidden("This is no address.");
        }
    }

    /** Bounded in time, since whoever asks may hold a connection to the database. */
    private List<InetAddress> resolved(String host) throws Forbidden {
        try {
            Future<InetAddress[]> looking = lookUps.submit(() -> resolver.resolve(host));
            return List.of(looking.get(LONGEST_LOOK_UP_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw new Forbidden("The host of the address cannot be found.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Forbidden("The host of the address could not be looked up.");
        }
    }
}
