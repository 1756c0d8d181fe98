package io.renoz.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.event.EventListener;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.module.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

class FaceRegistryTest {

    /** What a module offers to others. */
    public interface Desk {
        String name();
    }

    /** What other modules may add. */
    @Extension
    public interface Addition {
        String name();
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path folder;

    private InFramework framework;
    private FaceRegistry faces;
    private BundleContext provider;
    private BundleContext caller;

    @BeforeEach
    void start() throws Exception {
        framework = new InFramework(folder);
        faces = new FaceRegistry(framework.bundle("platform.data"), InFramework.noTransactions());
        provider = framework.module("customers");
        caller = framework.module("orders");
    }

    @AfterEach
    void stop() throws Exception {
        faces.close();
        framework.close();
    }

    private static <S> ServiceRegistration<S> register(BundleContext at, Class<S> type, S service) {
        return at.registerService(
                type,
                service,
                FrameworkUtil.asDictionary(
                        Map.of("component.name", service.getClass().getName())));
    }

    @Test
    void showsOthersAFaceThatStaysWhileProvidersComeAndGo() {
        ServiceRegistration<Desk> one = register(provider, Desk.class, () -> "one");
        ServiceReference<Desk> seen = caller.getServiceReference(Desk.class);
        Desk desk = caller.getService(seen);
        assertThat(desk.name()).isEqualTo("one");

        one.unregister();
        register(provider, Desk.class, () -> "two");

        assertThat(desk.name()).isEqualTo("two");
        assertThat(caller.getServiceReference(Desk.class)).isEqualTo(seen);
    }

    @Test
    void leavesJobsAndListenersOfAllModulesToThePlatform() throws Exception {
        BundleContext platform = framework.bundle("platform.outbox");
        for (BundleContext module : List.of(provider, caller)) {
            register(module, Job.class, nothing(Job.class));
            register(module, EventListener.class, nothing(EventListener.class));
        }

        assertThat(platform.getServiceReferences(Job.class, null))
                .extracting(ServiceReference::getBundle)
                .containsExactlyInAnyOrder(provider.getBundle(), caller.getBundle());
        assertThat(platform.getServiceReferences(EventListener.class, null))
                .extracting(ServiceReference::getBundle)
                .containsExactlyInAnyOrder(provider.getBundle(), caller.getBundle());
    }

    @Test
    void leavesThemToThePlatformAlsoWhereTheyOfferAClassOfTheirModuleBesides() throws Exception {
        BundleContext platform = framework.bundle("platform.outbox");
        provider.registerService(
                new String[] {Job.class.getName(), Thing.class.getName()}, new Thing(nothing(Job.class)), null);

        assertThat(platform.getServiceReferences(Job.class, null)).hasSize(1);
        assertThat(caller.getServiceReference(Thing.class)).isNull();
    }

    /** A job that its own module also calls by its class. */
    public record Thing(Job job) implements Job {

        @Override
        public String name() {
            return job.name();
        }

        @Override
        public Schedule schedule() {
            return job.schedule();
        }

        @Override
        public Optional<String> run(Optional<String> from) {
            return job.run(from);
        }
    }

    private static <S> S nothing(Class<S> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null));
    }

    @Test
    void showsTwoMajorVersionsOfAnInterfaceSideBySide() throws Exception {
        BundleContext adapter = framework.part("customers.adapter", "customers");
        provider.registerService(Desk.class, (Desk) () -> "present", null);
        Class<?> earlier = new Loader().loadClass(Desk.class.getName());
        Object service = Proxy.newProxyInstance(
                earlier.getClassLoader(), new Class<?>[] {earlier}, (self, method, arguments) -> "earlier");
        adapter.registerService(Desk.class.getName(), service, null);

        var names = new ArrayList<Object>();
        for (ServiceReference<?> seen : caller.getAllServiceReferences(Desk.class.getName(), null)) {
            Object desk = caller.getService(seen);
            assertThat(seen.getProperty("renoz.module")).isEqualTo("customers");
            names.add(desk.getClass().getMethod("name").invoke(desk));
        }

        assertThat(names).containsExactlyInAnyOrder("present", "earlier");
    }

    /** Has a class of its own for the interface. */
    private static final class Loader extends ClassLoader {

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            if (!name.equals(Desk.class.getName())) {
                return FaceRegistryTest.class.getClassLoader().loadClass(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = FaceRegistryTest.class.getClassLoader().getResourceAsStream(file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void forgetsTheFacesOfAModuleThatIsGone() {
        register(provider, Desk.class, () -> "one").unregister();

        faces.gone("customers");

        assertThat(caller.getServiceReference(Desk.class)).isNull();
    }

    @Test
    void doesNotWaitForAnExtensionThatANewVersionNoLongerHas() {
        register(provider, Addition.class, () -> "old").unregister();
        register(provider, Addition.class, () -> "kept");
        register(provider, Desk.class, () -> "desk").unregister();

        faces.settled("customers");

        assertThat(faces.of(Addition.class))
                .extracting(face -> ((Addition) face.proxy()).name())
                .containsExactly("kept");
        assertThat(caller.getServiceReference(Desk.class)).isNotNull();
    }
}
