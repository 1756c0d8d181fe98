package io.renoz.platform.installer;

import io.renoz.kernel.Faces;
import io.renoz.kernel.Migrator;
import io.renoz.kernel.ModuleFiles;
import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.kernel.Routes;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs and replaces in place: verify, migrate, then hold, drain, switch, look whether it serves, and back to the old
 * bundle when it does not. Used by one thread.
 */
final class Installation implements Deployments {

    private static final Logger log = LoggerFactory.getLogger(Installation.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 20;

    private final Framework framework;
    private final Modules modules;
    private final ModuleStates states;
    private final Migrator migrator;
    private final Routes routes;
    private final Faces faces;
    private final CountDownLatch stop;
    private final Duration patience;

    /**
     * @param stop ends all waiting
     * @param patience how long a module may take to come up
     */
    Installation(
            Framework framework,
            Modules modules,
            ModuleStates states,
            Migrator migrator,
            Routes routes,
            Faces faces,
            CountDownLatch stop,
            Duration patience) {
        this.framework = framework;
        this.modules = modules;
        this.states = states;
        this.migrator = migrator;
        this.routes = routes;
        this.faces = faces;
        this.stop = stop;
        this.patience = patience;
    }

    @Override
    public Offer look(Path file) throws IOException {
        try (ModuleArchive archive = ModuleArchive.open(file)) {
            ModuleDescriptor module = archive.module();
            new Verification(modules).checkSelf(module);
            return new Offer(module.name(), Version.parseVersion(module.version()));
        }
    }

    @Override
    public void deploy(Path file) throws IOException, InterruptedException {
        try (ModuleArchive archive = ModuleArchive.open(file)) {
            ModuleDescriptor module = archive.module();
            new Verification(modules).check(module);
            Optional<Bundle> running = framework.module(module.name());
            List<Api> apis = apis(archive, running);
            if (running.isPresent() && apis.isEmpty() && same(running.get(), archive.core())) {
                resume(module, running.get());
                return;
            }
            ownName(archive.core(), running);
            migrator.migrate(module, ModuleFiles.of(archive.core().path()));
            if (running.isPresent()) {
                replace(archive, running.get(), apis);
            } else {
                install(archive, apis);
            }
        }
    }

    /** A platform that died between installing and starting left it here like this. */
    private void resume(ModuleDescriptor module, Bundle core) throws InterruptedException {
        if (core.getState() == Bundle.INSTALLED || core.getState() == Bundle.RESOLVED) {
            framework.start(core);
            requireServing(module.name());
            log.info("{} {} is started", module.name(), module.version());
        }
    }

    /** A bundle of the module's api whose content is new here; {@code there} is the one it takes the place of. */
    private record Api(BundleJar jar, Optional<Bundle> there) {}

    private List<Api> apis(ModuleArchive archive, Optional<Bundle> running) throws IOException {
        var changed = new ArrayList<Api>();
        for (BundleJar jar : archive.apis()) {
            Optional<Bundle> there = framework.named(jar.name());
            if (there.isEmpty() || !same(there.get(), jar)) {
                changed.add(new Api(jar, there));
            }
        }
        var refreshed = new ArrayList<Bundle>();
        running.ifPresent(refreshed::add);
        changed.forEach(api -> api.there().ifPresent(refreshed::add));
        framework.requireNarrow(refreshed);
        return changed;
    }

    private static boolean same(Bundle bundle, BundleJar jar) throws IOException {
        return ContentDigest.of(bundle).equals(jar.digest());
    }

    private void ownName(BundleJar core, Optional<Bundle> running) {
        framework
                .named(core.name())
                .filter(other -> running.isEmpty() || !other.equals(running.get()))
                .ifPresent(other -> {
                    throw Problem.of(
                            "descriptor-invalid", "There is another bundle called " + core.name() + " already.");
                });
    }

    private void install(ModuleArchive archive, List<Api> apis) throws IOException, InterruptedException {
        ModuleDescriptor module = archive.module();
        var installed = new ArrayList<Bundle>();
        try {
            for (Api api : apis) {
                installed.add(framework.install(module.name(), module.version(), api.jar(), Framework.API_LEVEL));
            }
            Bundle core = framework.install(module.name(), module.version(), archive.core(), Framework.CORE_LEVEL);
            installed.add(core);
            for (Bundle bundle : installed) {
                framework.start(bundle);
            }
            requireServing(module.name());
            log.info("{} {} is installed", module.name(), module.version());
        } catch (RuntimeException | IOException e) {
            routes.gone(module.name());
            faces.gone(module.name());
            installed.forEach(framework::uninstall);
            framework.refresh(installed);
            throw e;
        }
    }

    private void replace(ModuleArchive archive, Bundle core, List<Api> apis) throws IOException, InterruptedException {
        ModuleDescriptor module = archive.module();
        BundleCopy before = BundleCopy.of(core);
        var apisBefore = new LinkedHashMap<Bundle, BundleCopy>();
        for (Api api : apis) {
            if (api.there().isPresent()) {
                apisBefore.put(api.there().get(), BundleCopy.of(api.there().get()));
            }
        }
        long start = System.nanoTime();
        if (!routes.hold(module.name(), DRAIN)) {
            log.warn("Requests of {} go on although it is replaced", module.name());
        }
        var added = new ArrayList<Bundle>();
        try {
            framework.pause(core);
            var refreshed = new ArrayList<>(List.of(core));
            for (Api api : apis) {
                if (api.there().isPresent()) {
                    framework.update(api.there().get(), api.jar().open());
                    refreshed.add(api.there().get());
                } else {
                    added.add(framework.install(module.name(), module.version(), api.jar(), Framework.API_LEVEL));
                }
            }
            framework.update(core, archive.core().open());
            framework.refresh(refreshed);
            added.forEach(framework::start);
            framework.start(core);
            requireServing(module.name());
            faces.settled(module.name());
            log.info(
                    "{} is {} now, after {} ms",
                    module.name(),
                    module.version(),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException | IOException e) {
            back(core, before, apisBefore, added);
            throw e;
        }
    }

    private void back(Bundle core, BundleCopy before, Map<Bundle, BundleCopy> apis, List<Bundle> added)
            throws IOException, InterruptedException {
        log.warn("{} goes back to what it was", core.getSymbolicName());
        framework.pause(core);
        var refreshed = new ArrayList<>(List.of(core));
        for (Map.Entry<Bundle, BundleCopy> api : apis.entrySet()) {
            framework.update(api.getKey(), api.getValue().open());
            refreshed.add(api.getKey());
        }
        framework.update(core, before.open());
        added.forEach(framework::uninstall);
        refreshed.addAll(added);
        framework.refresh(refreshed);
        framework.start(core);
    }

    /** The self-check: every link of the module's chain stands. */
    private void requireServing(String module) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        ModuleState state = state(module);
        while (state.state().equals("starting") && System.nanoTime() < end) {
            if (stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The platform stops.");
            }
            state = state(module);
        }
        if (!state.state().equals("active")) {
            throw Problem.of("resolution-failed", "It does not come up: " + state.reason());
        }
    }

    private ModuleState state(String module) {
        return states.all().stream()
                .filter(state -> state.module().equals(module))
                .findFirst()
                .orElseGet(() -> new ModuleState(module, "", "starting", "Nobody has seen its bundle."));
    }

    @Override
    public Set<String> deployed() {
        return modules.all().stream()
                .map(ModuleDescriptor::name)
                .filter(name -> framework.module(name).filter(Framework::ours).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public void remove(String name) throws InterruptedException {
        Optional<Bundle> core = framework.module(name);
        Optional<ModuleDescriptor> module = modules.find(name);
        if (core.filter(Framework::ours).isPresent() && module.isPresent()) {
            remove(module.get(), core.get());
        } else if (core.isPresent()) {
            log.info("{} came with the distribution and stays, as it was deployed last", name);
        }
    }

    private void remove(ModuleDescriptor module, Bundle core) throws InterruptedException {
        routes.hold(module.name(), DRAIN);
        routes.gone(module.name());
        faces.gone(module.name());
        var removed = new ArrayList<>(List.of(core));
        framework.pause(core);
        framework.uninstall(core);
        String prefix = Framework.SCHEME + module.name() + "/";
        framework
                .bundles()
                .filter(bundle -> bundle.getLocation().startsWith(prefix))
                .filter(bundle -> !framework.usedBesides(bundle, removed))
                .toList()
                .forEach(bundle -> {
                    framework.uninstall(bundle);
                    removed.add(bundle);
                });
        framework.refresh(removed);
        log.info("{} {} is removed; its data stays", module.name(), module.version());
    }
}
