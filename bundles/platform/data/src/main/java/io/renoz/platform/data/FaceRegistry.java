package io.renoz.platform.data;

import io.renoz.kernel.Descriptors;
import io.renoz.kernel.Faces;
import io.renoz.module.Extension;
import io.renoz.module.ModuleGate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Shows the services of modules to all other bundles by their {@link Face}, and hides the real ones.
 *
 * <p>An ordinary interface has one face, registered as a service; an {@link Extension} has one for each implementation, handed
 * out by {@link io.renoz.module.Partners}. REST resources, jobs and event listeners are the platform's and have none.
 */
@Component(
        immediate = true,
        service = {Faces.class, FaceRegistry.class})
public final class FaceRegistry implements Faces, FindHook, EventListenerHook {

    private static final String FACE = "renoz.face";

    /** By which the platform calls each module. */
    private static final List<String> PLATFORM =
            List.of("io.renoz.rest.", "io.renoz.job.", "io.renoz.event.EventListener");

    /** Interfaces that are not a module's own: framework and libraries. */
    private static final List<String> FOREIGN =
            List.of("java.", "javax.", "jakarta.", "org.osgi.", "org.apache.", "org.eclipse.");

    /** By the class itself, not its name: two major versions of an interface are two classes, and may be there at once. */
    private record Key(Class<?> type, String module, String component) {}

    private record Shown(Face face, @Nullable ServiceRegistration<?> service) {}

    private final BundleContext context;
    private final TransactionSynchronizationRegistry registry;
    private final Map<Key, Shown> faces = new ConcurrentHashMap<>();
    private final ServiceTracker<Object, Object> providers;
    private final ServiceRegistration<?> hooks;

    // The registry needs the database, and so us, first.
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ModuleGate gate;

    @Activate
    public FaceRegistry(BundleContext context, @Reference TransactionSynchronizationRegistry registry)
            throws InvalidSyntaxException {
        this.context = context;
        this.registry = registry;
        providers = new ServiceTracker<>(context, context.createFilter("(&(objectClass=*)(!(" + FACE + "=*)))"), null) {
            @Override
            public @Nullable Object addingService(ServiceReference<Object> reference) {
                return added(reference);
            }

            @Override
            public void removedService(ServiceReference<Object> reference, Object service) {
                removed(reference, service);
            }
        };
        // Not as services of this component: the framework asks hooks while the component is still being made.
        hooks = context.registerService(
                new String[] {FindHook.class.getName(), EventListenerHook.class.getName()}, this, null);
        providers.open();
    }

    @Deactivate
    void close() {
        providers.close();
        hooks.unregister();
        faces.values().forEach(FaceRegistry::unregister);
    }

    /** Faces of an extension interface, in the order of their modules' names. */
    List<Face> of(Class<?> extension) {
        return faces.values().stream()
                .map(Shown::face)
                .filter(face -> face.type() == extension)
                .sorted(Comparator.comparing(Face::module))
                .toList();
    }

    private @Nullable Object added(ServiceReference<Object> reference) {
        List<String> names = names(reference);
        if (names.isEmpty()) {
            return null;
        }
        Object service = context.getService(reference);
        if (service == null) {
            return null;
        }
        String module = Descriptors.ownerOf(reference.getBundle()).orElseThrow();
        for (String name : names) {
            type(service.getClass(), name)
                    .ifPresent(type -> show(type, module, reference).enter(service));
        }
        return service;
    }

    private Face show(Class<?> type, String module, ServiceReference<?> reference) {
        Key key = key(type, module, reference);
        Shown known = faces.get(key);
        if (known != null) {
            return known.face();
        }
        faces.entrySet().removeIf(other -> replaced(other.getKey().type(), type) && forget(other.getValue()));
        boolean extension =
                type.isAnnotationPresent(Extension.class) || !key.component().isEmpty();
        var face = new Face(type, module, registry, () -> gate, !extension);
        ServiceRegistration<?> service = extension
                ? null
                : context.registerService(
                        type.getName(),
                        face.proxy(),
                        FrameworkUtil.asDictionary(Map.of(FACE, true, "renoz.module", module)));
        faces.put(key, new Shown(face, service));
        return face;
    }

    private static Key key(Class<?> type, String module, ServiceReference<?> reference) {
        boolean extension = type.isAnnotationPresent(Extension.class);
        Object component = extension ? reference.getProperty("component.name") : "";
        return new Key(type, extension ? module : "", component == null ? "" : component.toString());
    }

    /** Whether a class is what another one of this name was before its api bundle came anew. */
    private static boolean replaced(Class<?> old, Class<?> type) {
        if (old == type || !old.getName().equals(type.getName())) {
            return false;
        }
        Bundle bundle = FrameworkUtil.getBundle(old);
        BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
        return bundle != null && (wiring == null || wiring.getClassLoader() != old.getClassLoader());
    }

    private static boolean forget(Shown shown) {
        unregister(shown);
        return true;
    }

    private void removed(ServiceReference<Object> reference, Object service) {
        List<String> names = names(reference);
        faces.forEach((key, shown) -> {
            if (names.contains(key.type().getName())) {
                shown.face().leave(service);
            }
        });
        context.ungetService(reference);
    }

    @Override
    public void gone(String module) {
        drop(module, shown -> true);
    }

    /** Faces that are services stay: other modules' components hang on them, and may have been faster than the provider. */
    @Override
    public void settled(String module) {
        drop(module, shown -> shown.service() == null && shown.face().empty());
    }

    private void drop(String module, Predicate<Shown> which) {
        faces.values().removeIf(shown -> {
            boolean drops = shown.face().module().equals(module) && which.test(shown);
            if (drops) {
                shown.face().gone();
                unregister(shown);
            }
            return drops;
        });
    }

    private static void unregister(Shown shown) {
        if (shown.service() != null) {
            shown.service().unregister();
        }
    }

    /** The interfaces by which a module offers a service to others. */
    private static List<String> names(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        if (bundle == null || Descriptors.ownerOf(bundle).isEmpty()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (!among(PLATFORM, name) && !among(FOREIGN, name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean among(List<String> beginnings, String name) {
        return beginnings.stream().anyMatch(name::startsWith);
    }

    private static Optional<Class<?>> type(Class<?> service, String name) {
        for (Class<?> c = service; c != null; c = c.getSuperclass()) {
            Optional<Class<?>> found = Arrays.<Class<?>>stream(c.getInterfaces())
                    .filter(i -> i.getName().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean hidden(ServiceReference<?> reference, Bundle from) {
        return reference.getProperty(FACE) == null
                && from.getBundleId() != 0
                && !from.equals(context.getBundle())
                && !from.equals(reference.getBundle())
                && !names(reference).isEmpty()
                && !calls(from, reference);
    }

    /** Whether it is the platform that asks, and for something by which it calls each module. */
    private static boolean calls(Bundle from, ServiceReference<?> reference) {
        return Descriptors.ownerOf(from).isEmpty()
                && Arrays.stream((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .anyMatch(name -> among(PLATFORM, name));
    }

    @Override
    public void find(
            BundleContext from,
            @Nullable String name,
            @Nullable String filter,
            boolean all,
            Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> hidden(reference, from.getBundle()));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerHook.ListenerInfo>> listeners) {
        listeners.keySet().removeIf(to -> hidden(event.getServiceReference(), to.getBundle()));
    }
}
