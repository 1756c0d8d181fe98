package io.renoz.orders.document;

import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.settings.api.DocumentTemplates;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets an organization give each of its papers a look, once it has orders. */
@Component
public final class DocumentTypes implements EventListener {

    private final DocumentTemplates templates;

    @Activate
    public DocumentTypes(@Reference DocumentTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Set<String> events() {
        return Set.of("modules.module.enabled");
    }

    @Override
    public boolean wants(DomainEvent event) {
        return "orders".equals(event.payload().get("module"));
    }

    @Override
    public void handle(DomainEvent event) {
        if (wants(event)) {
            Stream.of(DocumentKind.values()).map(DocumentKind::template).forEach(templates::register);
        }
    }
}
