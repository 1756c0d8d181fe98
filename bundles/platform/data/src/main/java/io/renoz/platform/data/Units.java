package io.renoz.platform.data;

import io.renoz.data.Databases;
import io.renoz.data.Tables;
import io.renoz.event.EventType;
import io.renoz.kernel.ChainLink;
import io.renoz.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.transaction.TransactionSynchronizationRegistry;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers {@link Tables} for each persistence unit that Aries JPA brings up. */
@Component(
        immediate = true,
        service = {ChainLink.class, Units.class})
public final class Units implements ChainLink {

    private static final Logger log = LoggerFactory.getLogger(Units.class);
    private static final long DRAIN_MILLIS = 5_000;

    /** A unit that came up, with its service; without them one whose mapping is broken. */
    private record Registered(String module, Optional<Unit> unit, Optional<ServiceRegistration<Tables>> service) {}

    private final TransactionSynchronizationRegistry registry;
    private final Databases databases;
    private final ServiceTracker<EntityManagerFactory, Registered> tracker;
    private final Map<String, LinkState> states = new ConcurrentHashMap<>();
    private final Map<String, List<EventType>> emitted = new ConcurrentHashMap<>();

    @Activate
    public Units(
            BundleContext context,
            @Reference TransactionSynchronizationRegistry registry,
            @Reference Databases databases) {
        this.registry = registry;
        this.databases = databases;
        tracker = new ServiceTracker<>(context, EntityManagerFactory.class, null) {
            @Override
            public Registered addingService(ServiceReference<EntityManagerFactory> reference) {
                return bringUp(context, reference);
            }

            @Override
            public void removedService(ServiceReference<EntityManagerFactory> reference, Registered registered) {
                takeDown(registered);
                context.ungetService(reference);
            }
        };
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    private Registered bringUp(BundleContext context, ServiceReference<EntityManagerFactory> reference) {
        String module = String.valueOf(reference.getProperty("osgi.unit.name"));
        EntityManagerFactory factory = context.getService(reference);
        try {
            var unit = open(module, factory, registry, databases);
            var properties = FrameworkUtil.asDictionary(Map.of("domain", module));
            states.put(module, LinkState.stands());
            emitted.put(module, unit.emitted());
            return new Registered(
                    module, Optional.of(unit), Optional.of(context.registerService(Tables.class, unit, properties)));
        } catch (RuntimeException e) {
            log.error("The mapping of {} is broken, the module stays away", module, e);
            states.put(module, LinkState.broken("Its mapping is broken: " + root(e).getMessage()));
            return new Registered(module, Optional.empty(), Optional.empty());
        }
    }

    /** EclipseLink deploys a unit at the first EntityManager: a broken mapping is told here, not to a caller. */
    static Unit open(
            String module,
            EntityManagerFactory factory,
            TransactionSynchronizationRegistry registry,
            Databases databases) {
        EntityManager first = factory.createEntityManager();
        try {
            ServerSession session = first.unwrap(JpaEntityManager.class).getServerSession();
            CommitOrder.teach(session, databases.module(module));
            List<EventType> emitted = ChangeRecorder.listen(module, session, registry);
            return new Unit(factory, registry, emitted);
        } finally {
            first.close();
        }
    }

    private void takeDown(Registered registered) {
        states.remove(registered.module());
        emitted.remove(registered.module());
        registered.service().ifPresent(ServiceRegistration::unregister);
        try {
            if (registered.unit().isPresent() && !registered.unit().get().drain(DRAIN_MILLIS)) {
                log.warn("{}: transactions still use the tables that go away", registered.module());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The events that entities of each module emit. */
    Map<String, List<EventType>> emitted() {
        return emitted;
    }

    @Override
    public int order() {
        return 20;
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public LinkState stateOf(ModuleDescriptor module) {
        return states.getOrDefault(module.name(), LinkState.waits("Its persistence unit is not up yet."));
    }
}
