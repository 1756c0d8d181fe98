package io.renoz.platform.installer;

import io.renoz.kernel.Faces;
import io.renoz.kernel.Migrator;
import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.Routes;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into {@code $RENOZ_HOME/deploy} twice a second, from the moment on when all that the platform started with has
 * settled. Bundles outlive a restart; what changed in the folder meanwhile is made up for then.
 */
@Component(immediate = true, service = Installer.class)
public final class Installer {

    /** The folder with all state of the installation. */
    static final String HOME = "RENOZ_HOME";

    private static final Logger log = LoggerFactory.getLogger(Installer.class);
    private static final long LOOK_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ModuleStates states;
    private final Installation installation;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "renoz-installer");

    @Activate
    public Installer(
            BundleContext context,
            @Reference Modules modules,
            @Reference ModuleStates states,
            @Reference Migrator migrator,
            @Reference Routes routes,
            @Reference Faces faces) {
        this.states = states;
        installation =
                new Installation(new Framework(context), modules, states, migrator, routes, faces, stop, PATIENCE);
        thread.setDaemon(true);
        thread.start();
    }

    /** A module that is half replaced is finished first. */
    @Deactivate
    void close() throws InterruptedException {
        stop.countDown();
        thread.join(PATIENCE.toMillis());
    }

    /**
     * Brings up the module of a file at once, or to the version of the file, wherever the file lies; returns when it serves.
     * The file may go afterwards. Thread-safe: one at a time, and none while the folder is looked at.
     *
     * @return what happened, as a sentence
     * @throws io.renoz.problem.Problem what is refused, and then everything is as it was
     */
    public synchronized String deploy(Path file) throws IOException, InterruptedException {
        if (!states.settled()) {
            throw Problem.of("unavailable", "The platform is still starting.");
        }
        long begun = System.nanoTime();
        Deployments.Offer offer = installation.look(file);
        installation.deploy(file);
        return String.format(
                Locale.ROOT,
                "%s %s serves, after %.1f s.",
                offer.module(),
                offer.version(),
                (System.nanoTime() - begun) / 1e9);
    }

    private void work() {
        String home = System.getenv(HOME);
        if (home == null || home.isBlank()) {
            log.info("{} is not set, so no folder is watched for modules", HOME);
            return;
        }
        Path folder = Path.of(home, "deploy");
        try {
            Files.createDirectories(folder);
            watch(new DeployFolder(folder, installation));
        } catch (IOException e) {
            log.error("Modules cannot be deployed through {}", folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(DeployFolder folder) throws InterruptedException {
        boolean begun = false;
        while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            begun = begun || states.settled();
            if (begun) {
                try {
                    look(folder);
                } catch (IOException | RuntimeException e) {
                    log.error("The folder for modules could not be looked at", e);
                }
            }
        }
    }

    private synchronized void look(DeployFolder folder) throws IOException, InterruptedException {
        folder.look();
    }
}
