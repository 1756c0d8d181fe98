package io.renoz.platform.installer;

import io.renoz.kernel.Descriptors;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** The acts on bundles, with what the framework says turned into sentences. */
final class Framework {

    /** Where bundles that came by a file say they come from. */
    static final String SCHEME = "renoz:";

    static final int API_LEVEL = 70;
    static final int CORE_LEVEL = 80;
    private static final long REFRESH_SECONDS = 30;

    private final BundleContext context;

    Framework(BundleContext context) {
        this.context = context;
    }

    Stream<Bundle> bundles() {
        return Arrays.stream(context.getBundles());
    }

    Optional<Bundle> named(String symbolicName) {
        return bundles()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    Optional<Bundle> module(String name) {
        return bundles()
                .filter(bundle ->
                        Descriptors.nameOf(bundle).filter(name::equals).isPresent())
                .findFirst();
    }

    /** Whether a bundle came by a file and so goes with it. */
    static boolean ours(Bundle bundle) {
        return bundle.getLocation().startsWith(SCHEME);
    }

    /** Installs without starting; the location is another one for other content, or the framework would keep the old. */
    Bundle install(String module, String version, BundleJar jar, int level) throws IOException {
        String location = SCHEME + module + "/" + version + "/" + jar.name() + "/" + jar.digest();
        try (InputStream in = jar.open()) {
            Bundle bundle = context.installBundle(location, in);
            bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            return bundle;
        } catch (BundleException e) {
            throw unresolved(e);
        }
    }

    void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw unresolved(e);
        }
    }

    /** Stops for now: after a restart of the framework it runs again. */
    void pause(Bundle bundle) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            throw unresolved(e);
        }
    }

    void update(Bundle bundle, InputStream content) throws IOException {
        try (content) {
            bundle.update(content);
        } catch (BundleException e) {
            throw unresolved(e);
        }
    }

    void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            throw unresolved(e);
        }
    }

    /** The bundles that a refresh of these would restart beside them. */
    List<Bundle> besides(Collection<Bundle> refreshed) {
        var closure = new ArrayList<>(wiring().getDependencyClosure(refreshed));
        closure.removeAll(refreshed);
        return closure;
    }

    /**
     * Refuses what would restart other modules.
     *
     * @throws Problem {@code refresh-too-wide} with the bundles
     */
    void requireNarrow(Collection<Bundle> refreshed) {
        List<Bundle> besides = besides(refreshed);
        if (!besides.isEmpty()) {
            Set<String> names = besides.stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
            throw Problem.of(
                            "refresh-too-wide",
                            "To replace it these would have to be restarted too: " + String.join(", ", names) + ".")
                    .with("bundles", List.copyOf(names));
        }
    }

    /** Wires them anew; returns when that is done. */
    void refresh(Collection<Bundle> bundles) throws InterruptedException {
        var done = new CountDownLatch(1);
        wiring().refreshBundles(bundles, event -> done.countDown());
        if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The framework did not refresh " + bundles + " in time.");
        }
    }

    /** Whether a bundle other than these uses what it exports. */
    boolean usedBesides(Bundle bundle, Collection<Bundle> these) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null
                && wiring.getProvidedWires(null).stream()
                        .map(wire -> wire.getRequirer().getBundle())
                        .anyMatch(user -> !these.contains(user) && !user.equals(bundle));
    }

    private FrameworkWiring wiring() {
        return context.getBundle(0).adapt(FrameworkWiring.class);
    }

    private static Problem unresolved(BundleException e) {
        return Problem.of("resolution-failed", "The framework refuses it: " + e.getMessage());
    }
}
