package io.renoz.platform.registry.deployed;

import io.renoz.kernel.Descriptors;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Keeps a second bundle of a module from resolving: two would migrate one schema, map the same tables and answer for the same
 * paths. Another version is deployed by replacing the bundle of the first. Thread-safe.
 */
@Component(
        immediate = true,
        service = {})
public final class OneBundleAModule implements ResolverHookFactory, ResolverHook {

    private final BundleContext context;
    private final ServiceRegistration<ResolverHookFactory> hook;

    @Activate
    public OneBundleAModule(BundleContext context) {
        this.context = context;
        // Not as a service of this component: the framework asks hooks while it resolves, perhaps this very bundle.
        hook = context.registerService(ResolverHookFactory.class, this, null);
    }

    @Deactivate
    void close() {
        hook.unregister();
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(this::second);
    }

    private boolean second(BundleRevision candidate) {
        Bundle bundle = candidate.getBundle();
        Optional<String> module = Descriptors.nameOf(bundle);
        return module.isPresent()
                && Arrays.stream(context.getBundles())
                        .filter(other -> other.getBundleId() < bundle.getBundleId())
                        .anyMatch(other -> Descriptors.nameOf(other).equals(module));
    }

    @Override
    public void filterSingletonCollisions(
            BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {}

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {}

    @Override
    public void end() {}
}
