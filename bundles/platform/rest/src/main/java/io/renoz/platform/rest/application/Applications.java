package io.renoz.platform.rest.application;

import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.kernel.ChainLink;
import io.renoz.kernel.Descriptors;
import io.renoz.module.ModuleDescriptor;
import io.renoz.platform.rest.application.Publisher.Application;
import io.renoz.platform.rest.caller.Entrance;
import io.renoz.platform.rest.front.Doors;
import io.renoz.platform.rest.openapi.ApiPart;
import io.renoz.platform.rest.operation.Mount;
import io.renoz.rest.OperatorPlane;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import javax.ws.rs.Path;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The applications of this node: each module's resources become one, as soon as all of them are there. Thread-safe. */
@Component(
        service = {ChainLink.class, Applications.class},
        immediate = true)
public final class Applications implements ChainLink {

    private static final Logger log = LoggerFactory.getLogger(Applications.class);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int ORDER = 30;

    private final BundleContext context;
    private final Doors doors;
    private final Expected expected;
    private final Publisher publisher;
    private final Servlet servlet;
    private final Map<String, Assembly> assemblies = new ConcurrentHashMap<>();
    private final ServiceTracker<Object, Object> resources;
    private final ScheduledExecutorService builder = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "renoz-rest");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Applications(
            BundleContext context,
            @Reference Doors doors,
            @Reference Entrance entrance,
            @Reference Transactions transactions,
            @Reference Databases databases,
            @Reference ServiceComponentRuntime components)
            throws InvalidSyntaxException {
        this.context = context;
        this.doors = doors;
        this.expected = new Expected(components);
        this.publisher = new Publisher(transactions, databases, entrance);
        var runtime = new CXFNonSpringServlet();
        runtime.setBus(publisher.bus());
        this.servlet = runtime;
        this.resources = new ServiceTracker<>(context, context.createFilter("(objectClass=io.renoz.rest.*)"), null) {
            @Override
            public Object addingService(ServiceReference<Object> reference) {
                return came(reference);
            }

            @Override
            public void removedService(ServiceReference<Object> reference, Object resource) {
                leaves(reference, resource.getClass());
            }
        };
        resources.open();
    }

    @Deactivate
    void close() {
        resources.close();
        builder.shutdownNow();
        publisher.close();
    }

    /** The JAX-RS runtime, for the servlet in front of it. */
    public Servlet servlet() {
        return servlet;
    }

    /** Whether paths beginning with {@code segment} belong to the kernel's own resources. */
    public boolean kernel(String segment) {
        Assembly kernel = assemblies.get("");
        return kernel != null && kernel.claims(segment);
    }

    /** What is published at the moment, for the OpenAPI documents. */
    public Collection<ApiPart> parts() {
        return new TreeMap<>(assemblies)
                .values().stream()
                        .flatMap(assembly -> assembly.application().stream())
                        .map(Application::part)
                        .toList();
    }

    private Object came(ServiceReference<Object> reference) {
        Object resource = context.getService(reference);
        if (resource == null || !resource.getClass().isAnnotationPresent(Path.class)) {
            return new Object(); // no resource of ours, whatever it is
        }
        expected.came(resource.getClass());
        Assembly assembly = assembly(mount(reference.getBundle(), resource.getClass()));
        assembly.add(reference, resource);
        schedule(assembly, Assembly.PAUSE_MILLIS);
        return resource;
    }

    private Assembly assembly(Mount mount) {
        return assemblies.compute(
                mount.name(), (name, known) -> known == null ? new Assembly(mount) : known.standing(mount));
    }

    private void leaves(ServiceReference<Object> reference, Class<?> type) {
        expected.left(type);
        for (Assembly assembly : assemblies.values()) {
            if (assembly.has(reference)) {
                doors.hold(assembly.mount().name(), DRAIN);
                assembly.remove(reference);
                schedule(assembly, Assembly.PAUSE_MILLIS);
            }
        }
        context.ungetService(reference);
    }

    private static Mount mount(Bundle bundle, Class<?> type) {
        return type.isAnnotationPresent(OperatorPlane.class)
                ? Mount.operator()
                : Descriptors.of(bundle).map(Mount::of).orElseGet(Mount::kernel);
    }

    private void schedule(Assembly assembly, long millis) {
        assembly.changed();
        look(assembly, millis);
    }

    /** Looks at an assembly a little later. */
    private void look(Assembly assembly, long millis) {
        if (!builder.isShutdown()) {
            Future<?> unused = builder.schedule(() -> build(assembly), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void build(Assembly assembly) {
        switch (assembly.next(expected)) {
            case NOTHING -> {}
            case WAIT -> look(assembly, Assembly.PAUSE_MILLIS);
            case BUILD -> publish(assembly);
        }
    }

    private void publish(Assembly assembly) {
        String name = assembly.mount().name();
        doors.hold(name, DRAIN);
        long start = System.nanoTime();
        try {
            int operations = assembly.publish(publisher);
            doors.open(name);
            log.info(
                    "{}: {} operations in {} ms",
                    name.isEmpty() ? "platform" : name,
                    operations,
                    (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException | LinkageError e) { // a bundle may not fit what it was built against
            assembly.failed(e);
            log.error("The resources of {} cannot be published", name.isEmpty() ? "the platform" : name, e);
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public LinkState stateOf(ModuleDescriptor module) {
        Assembly assembly = assemblies.get(module.name());
        if (assembly != null && assembly.failure().isPresent()) {
            return LinkState.broken(assembly.failure().get());
        }
        return bundleOf(module)
                .map(expected::missing)
                .filter(missing -> !missing.isEmpty())
                .map(missing -> LinkState.waits(String.join(" ", missing)))
                .findFirst()
                .orElseGet(() -> standing(assembly));
    }

    private static LinkState standing(@org.jspecify.annotations.Nullable Assembly assembly) {
        return assembly == null || assembly.isPublished() || assembly.isEmpty()
                ? LinkState.stands()
                : LinkState.waits("Its resources are about to be published.");
    }

    private Stream<Bundle> bundleOf(ModuleDescriptor module) {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE) // another may have been refused the name
                .filter(bundle ->
                        Descriptors.nameOf(bundle).filter(module.name()::equals).isPresent());
    }
}
