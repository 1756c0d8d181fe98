package io.renoz.settings.customfield;

import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes the values of records that are gone, and of people who were erased. */
@Component
public final class Leftovers implements EventListener {

    private final Fields fields;

    @Activate
    public Leftovers(@Reference Fields fields) {
        this.fields = fields;
    }

    @Override
    public Set<String> events() {
        return Set.of("*.deleted", "*.erased", "*.anonymized");
    }

    @Override
    public void handle(DomainEvent event) {
        fields.removeAll(event.aggregateType(), event.aggregateId());
    }
}
