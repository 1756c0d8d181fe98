package io.renoz.itests.inside;

import static org.awaitility.Awaitility.await;

import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;

/** The platform as a bundle sees it: services, bundles, and where modules stand. */
final class Platform {

    /** How long anything may take on a busy machine; nothing here is a measurement. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the distribution has to ship at least; a test over all modules that finds fewer proves nothing. */
    private static final Set<String> SHIPPED = Set.of(
            "activities",
            "settings",
            "users",
            "customers",
            "products",
            "inventory",
            "suppliers",
            "pipeline",
            "orders",
            "financial");

    private final BundleContext context;

    Platform(BundleContext context) {
        this.context = context;
    }

    BundleContext context() {
        return context;
    }

    /** The one service of that type. */
    <T> T service(Class<T> type) {
        return service(type, null);
    }

    <T> T service(Class<T> type, String filter) {
        List<ServiceReference<T>> found = references(type, filter);
        if (found.size() != 1) {
            throw new AssertionError("of " + type.getName() + " " + filter + " there are " + found);
        }
        return context.getService(found.get(0));
    }

    <T> List<ServiceReference<T>> references(Class<T> type, String filter) {
        try {
            return List.copyOf(context.getServiceReferences(type, filter));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Ours, in the order of their ids. */
    List<Bundle> bundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("io.renoz."))
                .toList();
    }

    Bundle bundle(String symbolicName) {
        return bundles().stream()
                .filter(bundle -> bundle.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bundle " + symbolicName));
    }

    /** All modules there are. */
    Collection<ModuleDescriptor> modules() {
        Collection<ModuleDescriptor> all = service(Modules.class).all();
        Set<String> names = all.stream().map(ModuleDescriptor::name).collect(Collectors.toSet());
        if (!names.containsAll(SHIPPED)) {
            throw new AssertionError("only " + names + " are there");
        }
        return all;
    }

    ModuleState state(String module) {
        return states().stream()
                .filter(state -> state.module().equals(module))
                .findFirst()
                .orElseGet(() -> new ModuleState(module, "", "absent", ""));
    }

    List<ModuleState> states() {
        return service(ModuleStates.class).all();
    }

    /** Waits until all that the distribution ships serves. */
    void awaitServing() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> service(ModuleStates.class)
                .settled());
        await().atMost(PATIENCE).until(() -> modules().stream()
                .allMatch(module -> state(module.name()).state().equals("active")));
    }

    /** Waits until a module stands like that. */
    void awaitState(String module, String state) {
        await().atMost(PATIENCE).until(() -> state(module).state().equals(state));
    }

    /** Replaces a bundle by itself, as a deployment does: stop, update, refresh, start. */
    void update(Bundle bundle) throws BundleException, InterruptedException {
        bundle.stop(Bundle.STOP_TRANSIENT);
        bundle.update();
        refresh(bundle);
        bundle.start();
        awaitServing();
    }

    void refresh(Bundle bundle) throws InterruptedException {
        var done = new CountDownLatch(1);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> done.countDown());
        if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the framework did not refresh " + bundle);
        }
    }
}
