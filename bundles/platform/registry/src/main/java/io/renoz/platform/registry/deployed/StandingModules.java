package io.renoz.platform.registry.deployed;

import io.renoz.kernel.ChainLink;
import io.renoz.kernel.ChainLink.LinkState;
import io.renoz.kernel.ModuleStates;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** Asks bundles and chain links whenever somebody wants to know; nothing is remembered that could be out of date. */
@Component
public final class StandingModules implements ModuleStates {

    /** Registered by Karaf once everything that belongs to the start is installed and started. */
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private final Modules modules;
    private final Deployment deployment;
    private final ServiceTracker<ChainLink, ChainLink> links;
    private final ServiceTracker<Object, Object> boot;

    @Activate
    public StandingModules(BundleContext context, @Reference Modules modules, @Reference Deployment deployment) {
        this.modules = modules;
        this.deployment = deployment;
        links = new ServiceTracker<>(context, ChainLink.class, null);
        boot = new ServiceTracker<>(context, BOOT_FINISHED, null);
        links.open();
        boot.open(true);
    }

    @Deactivate
    void close() {
        boot.close();
        links.close();
    }

    @Override
    public List<ModuleState> all() {
        var standing = new Standing(List.of(links.getServices(new ChainLink[0])), this::bundleState);
        return standing.of(Requirements.of(modules.all()));
    }

    @Override
    public boolean settled() {
        return boot.size() > 0
                && all().stream().noneMatch(module -> module.state().equals(Standing.STARTING));
    }

    private LinkState bundleState(ModuleDescriptor module) {
        return bundleState(deployment.bundles().get(module.name()));
    }

    private static LinkState bundleState(@Nullable Bundle bundle) {
        if (bundle == null) {
            return LinkState.broken("Its bundle is gone.");
        }
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> LinkState.stands();
            case Bundle.INSTALLED ->
                LinkState.broken("Its bundle " + bundle + " does not resolve: something that it imports is missing.");
            case Bundle.UNINSTALLED -> LinkState.broken("Its bundle " + bundle + " is gone.");
            case Bundle.STOPPING -> LinkState.waits("Its bundle " + bundle + " is stopping.");
            default -> LinkState.waits("Its bundle " + bundle + " is not started yet.");
        };
    }
}
