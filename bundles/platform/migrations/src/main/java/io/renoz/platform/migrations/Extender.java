package io.renoz.platform.migrations;

import io.renoz.data.Databases;
import io.renoz.kernel.ChainLink;
import io.renoz.kernel.Descriptors;
import io.renoz.kernel.Migrator;
import io.renoz.kernel.ModuleFiles;
import io.renoz.module.ModuleDescriptor;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first link of every module's chain: migrates the schema of each bundle that ships a module and then registers the
 * module's DataSource, {@code osgi.jndi.service.name=renoz/<module>}, which all that follows waits for. The platform's own
 * comes first, as {@code renoz/platform}, together with the {@link Migrator}.
 */
@Component(
        immediate = true,
        service = {})
public final class Extender implements ChainLink {

    private static final Logger log = LoggerFactory.getLogger(Extender.class);
    private static final long PATIENCE_SECONDS = 20;
    private static final long RETRY_SECONDS = 2;

    private final BundleContext context;
    private final Databases databases;
    private final Patience patience = Patience.ofSeconds(PATIENCE_SECONDS);
    private final SchemaMigrator migrator;
    private final Lineup lineup = new Lineup();
    private final ScheduledExecutorService thread;
    private final BundleTracker<Lineup.Place> tracker;
    private final CopyOnWriteArrayList<ServiceRegistration<?>> registrations = new CopyOnWriteArrayList<>();
    private volatile LinkState platform = LinkState.waits("The platform's own schema is not there yet.");

    @Activate
    public Extender(BundleContext context, @Reference Databases databases) {
        this(context, databases, ModuleFiles.of(context.getBundle()));
    }

    /** As in a framework, with the platform's changelog from elsewhere. */
    Extender(BundleContext context, Databases databases, Migrator.Files baseline) {
        this.context = context;
        this.databases = databases;
        this.migrator = new SchemaMigrator(databases, baseline, patience);
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var made = new Thread(work, "renoz-migrations");
            made.setDaemon(true);
            return made;
        });
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, null) {
            @Override
            public Lineup.@Nullable Place addingBundle(Bundle bundle, @Nullable BundleEvent event) {
                return Descriptors.of(bundle)
                        .map(module -> arrive(module, ModuleFiles.of(bundle)))
                        .orElse(null);
            }

            @Override
            public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Lineup.Place place) {
                lineup.leave(place);
                place.gate().close();
            }
        };
        registrations.add(context.registerService(ChainLink.class, this, null));
        tracker.open();
        thread.execute(this::prepare);
    }

    @Deactivate
    void stop() throws InterruptedException {
        patience.end();
        thread.shutdown();
        if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
            log.warn("A migration is still running while the platform stops; the database rolls it back.");
        }
        tracker.close();
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public LinkState stateOf(ModuleDescriptor module) {
        return platform.standing() ? lineup.stateOf(module) : platform;
    }

    private Lineup.Place arrive(ModuleDescriptor module, Migrator.Files files) {
        Lineup.Place place = lineup.arrive(module, files);
        soon();
        return place;
    }

    private void soon() {
        try {
            thread.execute(this::settle);
        } catch (RejectedExecutionException e) {
            log.debug("No migration any more, the platform stops.", e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is read from the lineup
    private void later(Runnable work) {
        thread.schedule(work, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void prepare() {
        try {
            migrator.prepare();
        } catch (RuntimeException e) {
            if (Failures.unreachable(e)) {
                platform = LinkState.waits("The database cannot be reached: " + e.getMessage());
                log.warn("The database cannot be reached, trying again in {} s: {}", RETRY_SECONDS, e.getMessage());
                later(this::prepare);
            } else {
                platform = LinkState.broken("The platform's own schema: " + e.getMessage());
                log.error("No module starts, the platform's own schema failed: {}", e.getMessage());
            }
            return;
        }
        platform = LinkState.stands();
        registrations.add(register("platform"));
        registrations.add(context.registerService(Migrator.class, migrator, null));
        settle();
    }

    /** Migrates one after the other whatever can be, until the rest waits for something. */
    private void settle() {
        while (platform.standing() && !thread.isShutdown()) {
            Lineup.Place place = lineup.next().orElse(null);
            if (place == null) {
                return;
            }
            migrate(place);
        }
    }

    private void migrate(Lineup.Place place) {
        ModuleDescriptor module = place.module();
        long start = System.nanoTime();
        try {
            boolean ran = migrator.migrate(module, place.files());
            migrator.deployed(module);
            lineup.migrated(place);
            log.info(
                    "{} {}: schema {} in {} ms.",
                    module.name(),
                    module.version(),
                    ran ? "migrated" : "unchanged",
                    (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException e) {
            unsettled(place, e);
            return;
        }
        place.gate().open(register(module.name()));
    }

    private void unsettled(Lineup.Place place, RuntimeException e) {
        String name = place.module().name();
        String reason = String.valueOf(e.getMessage());
        log.debug("The migration of {}:", name, e);
        if (Failures.unreachable(e)) {
            lineup.again(place, "The database cannot be reached: " + reason);
            log.warn("{}: the database cannot be reached, trying again in {} s: {}", name, RETRY_SECONDS, reason);
            later(this::settle);
        } else {
            lineup.failed(place, reason);
            log.error("{} stays away and its schema is as it was: {}", name, reason);
        }
    }

    private ServiceRegistration<DataSource> register(String module) {
        return context.registerService(
                DataSource.class,
                databases.module(module),
                FrameworkUtil.asDictionary(Map.of("osgi.jndi.service.name", "renoz/" + module)));
    }
}
