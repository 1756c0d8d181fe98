package io.renoz.platform.data;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import io.renoz.event.EventTypes;
import io.renoz.module.ModuleGate;
import io.renoz.module.Partners;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What entities emit and modules declare. */
@Component
public final class KnownEvents implements EventTypes {

    private final Units units;
    private final Partners partners;
    private final ModuleGate gate;

    @Activate
    public KnownEvents(@Reference Units units, @Reference Partners partners, @Reference ModuleGate gate) {
        this.units = units;
        this.partners = partners;
        this.gate = gate;
    }

    @Override
    public List<EventType> all() {
        Map<String, EventType> byName = new TreeMap<>();
        units.emitted().forEach((module, types) -> {
            if (gate.isEnabled(module)) {
                types.forEach(type -> byName.put(type.name(), type));
            }
        });
        partners.enabled(EventDeclarations.class)
                .forEach(partner -> partner.service().list().forEach(type -> byName.put(type.name(), type)));
        return List.copyOf(byName.values());
    }
}
