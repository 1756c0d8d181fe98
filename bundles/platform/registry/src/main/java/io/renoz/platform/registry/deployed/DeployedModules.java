package io.renoz.platform.registry.deployed;

import io.renoz.kernel.Descriptors;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the bundles that ship modules. A module is there from the install of its bundle to its uninstall. */
@Component(service = {Modules.class, Deployment.class})
public final class DeployedModules implements Modules, Deployment {

    private static final Logger log = LoggerFactory.getLogger(DeployedModules.class);
    private static final int EVERY_STATE =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final Map<Bundle, ModuleDescriptor> found = new ConcurrentHashMap<>();
    private final BundleTracker<Bundle> tracker;
    private volatile View view = new View(List.of(), Map.of(), Map.of(), "0");

    /** One consistent picture. */
    private record View(
            List<ModuleDescriptor> order,
            Map<String, ModuleDescriptor> byName,
            Map<String, Bundle> bundles,
            String epoch) {}

    @Activate
    public DeployedModules(BundleContext context) {
        tracker = new BundleTracker<>(context, EVERY_STATE, null) {
            @Override
            public @Nullable Bundle addingBundle(Bundle bundle, @Nullable BundleEvent event) {
                return put(bundle) ? bundle : null;
            }

            @Override
            public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, Bundle same) {
                if (event != null && event.getType() == BundleEvent.UPDATED) {
                    put(bundle);
                }
            }

            @Override
            public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Bundle same) {
                found.remove(bundle);
                look();
            }
        };
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    private boolean put(Bundle bundle) {
        Optional<ModuleDescriptor> module = Descriptors.of(bundle);
        module.ifPresent(descriptor -> {
            found.put(bundle, descriptor);
            look();
            if (!bundle.equals(view.bundles.get(descriptor.name()))) {
                log.warn("{} also ships the module {}; it is left alone", bundle, descriptor.name());
            }
        });
        return module.isPresent();
    }

    private synchronized void look() {
        var bundles = new HashMap<String, Bundle>();
        var modules = new HashMap<String, ModuleDescriptor>();
        var digest = new CRC32();
        found.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getBundleId()))
                .filter(entry -> bundles.putIfAbsent(entry.getValue().name(), entry.getKey()) == null)
                .forEach(entry -> {
                    modules.put(entry.getValue().name(), entry.getValue());
                    digest.update((entry.getValue() + "@" + entry.getKey().getLastModified())
                            .getBytes(StandardCharsets.UTF_8));
                });
        view = new View(
                Requirements.of(modules.values()).order(),
                Map.copyOf(modules),
                Map.copyOf(bundles),
                Long.toHexString(digest.getValue()));
    }

    @Override
    public Collection<ModuleDescriptor> all() {
        return view.order;
    }

    @Override
    public Optional<ModuleDescriptor> find(String name) {
        return Optional.ofNullable(view.byName.get(name));
    }

    @Override
    public String epoch() {
        return view.epoch;
    }

    @Override
    public Map<String, Bundle> bundles() {
        return view.bundles;
    }
}
