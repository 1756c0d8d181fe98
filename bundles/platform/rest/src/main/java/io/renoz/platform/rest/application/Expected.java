package io.renoz.platform.rest.application;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Which resources a bundle is going to have, read from its component descriptions. Thread-safe. */
final class Expected {

    private static final String MARKED = "io.renoz.rest.";

    private final ServiceComponentRuntime components;
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    Expected(ServiceComponentRuntime components) {
        this.components = components;
    }

    void came(Class<?> resource) {
        present.add(resource.getName());
    }

    void left(Class<?> resource) {
        present.remove(resource.getName());
    }

    /** A sentence for each resource of the bundle that is not there. */
    List<String> missing(Bundle bundle) {
        var known = components.getComponentDescriptionDTOs(bundle);
        if (known.size() < described(bundle)) {
            return List.of("Its components are about to be read."); // a bundle is active before they are
        }
        return known.stream()
                .filter(c ->
                        c.defaultEnabled && Arrays.stream(c.serviceInterfaces).anyMatch(s -> s.startsWith(MARKED)))
                .filter(c -> !present.contains(c.implementationClass))
                .map(this::sentence)
                .toList();
    }

    /** How many components the bundle's manifest names. */
    private static int described(Bundle bundle) {
        String header = bundle.getHeaders().get(ComponentConstants.SERVICE_COMPONENT);
        return header == null ? 0 : header.split(",", -1).length;
    }

    private String sentence(ComponentDescriptionDTO component) {
        String unmet = components.getComponentConfigurationDTOs(component).stream()
                .flatMap(configuration -> Arrays.stream(configuration.unsatisfiedReferences))
                .map(reference -> reference.target == null ? reference.name : reference.name + " " + reference.target)
                .distinct()
                .collect(Collectors.joining(", "));
        String name = component.implementationClass.substring(component.implementationClass.lastIndexOf('.') + 1);
        return unmet.isEmpty() ? name + " is not active." : name + " waits for " + unmet + ".";
    }
}
