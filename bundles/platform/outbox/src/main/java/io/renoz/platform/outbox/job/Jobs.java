package io.renoz.platform.outbox.job;

import io.renoz.job.Job;
import io.renoz.kernel.Descriptors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs that the modules of this node have at this moment. */
@Component(service = Jobs.class)
public final class Jobs {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);

    private final Map<String, KnownJob> known = new ConcurrentHashMap<>();
    private final List<Runnable> arrivals = new CopyOnWriteArrayList<>();
    private final @Nullable ServiceTracker<Job, Job> tracker;

    @Activate
    public Jobs(BundleContext context) {
        tracker = new ServiceTracker<>(context, Job.class, null) {
            @Override
            public @Nullable Job addingService(ServiceReference<Job> reference) {
                Optional<String> module = Descriptors.nameOf(reference.getBundle());
                if (module.isEmpty()) {
                    return null;
                }
                Job job = context.getService(reference);
                arrive(module.get(), job);
                return job;
            }

            @Override
            public void removedService(ServiceReference<Job> reference, Job job) {
                leave(job);
                context.ungetService(reference);
            }
        };
        tracker.open();
    }

    Jobs() {
        tracker = null;
    }

    @Deactivate
    void close() {
        if (tracker != null) {
            tracker.close();
        }
    }

    void arrive(String module, Job job) {
        try {
            KnownJob arriving = KnownJob.of(module, job);
            known.put(arriving.name(), arriving);
            arrivals.forEach(Runnable::run);
        } catch (RuntimeException e) {
            log.error("A job of {} is left alone", module, e);
        }
    }

    /** Returns when it has ended its batch. */
    void leave(Job job) {
        KnownJob leaving = known.get(job.name());
        if (leaving != null) {
            leaving.presence().leave(job);
            if (!leaving.presence().present()) {
                known.remove(leaving.name(), leaving);
            }
        }
    }

    /** Hears of each job that comes, until the answer is run. */
    Runnable onArrival(Runnable arrival) {
        arrivals.add(arrival);
        return () -> arrivals.remove(arrival);
    }

    Collection<KnownJob> all() {
        return known.values();
    }

    Optional<KnownJob> find(String name) {
        return Optional.ofNullable(known.get(name));
    }
}
