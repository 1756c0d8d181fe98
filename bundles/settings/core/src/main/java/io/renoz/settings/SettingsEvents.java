package io.renoz.settings;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** What the module publishes beyond the changes of its records, and what the platform publishes of modules. */
@Component
public final class SettingsEvents implements EventDeclarations {

    private static final Map<String, Object> ORGANIZATION = Map.of("slug", "acme", "name", "Acme");
    private static final Map<String, Object> FILE =
            Map.of("filename", "roof.jpg", "mimeType", "image/jpeg", "sizeBytes", 48_213, "category", "upload");
    private static final Map<String, Object> MODULE =
            Map.of("revision", 7, "actor", "Olga", "module", "customers", "reason", "Spring cleaning");

    @Override
    public List<EventType> list() {
        return Stream.of(own(), files(), platforms())
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<EventType> own() {
        return Stream.of(
                new EventType("settings.organization.activated", "A trial became a full organization.", ORGANIZATION),
                new EventType("settings.organization.suspended", "The organization was suspended.", ORGANIZATION),
                new EventType("settings.organization.reinstated", "A suspension ended.", ORGANIZATION),
                new EventType("settings.organization.closed", "The organization was closed.", ORGANIZATION),
                new EventType("settings.organization.reopened", "A closed organization works again.", ORGANIZATION),
                new EventType(
                        "settings.setting.changed",
                        "A setting got another value.",
                        Map.of("category", "customers", "key", "default_payment_terms_days")),
                new EventType(
                        "settings.business-hours.changed", "A working calendar changed.", Map.of("name", "Workshop")),
                new EventType(
                        "settings.holiday.changed",
                        "A holiday was made, changed or deleted.",
                        Map.of("name", "Christmas Day", "date", "2026-12-25", "region", "")),
                new EventType(
                        "settings.webhook.disabled",
                        "A webhook was switched off after too many failures.",
                        Map.of("name", "Accounting", "reason", "20 events in a row could not be delivered.")));
    }

    private static Stream<EventType> files() {
        UUID someone = UUID.fromString("0198f1c2-7d3e-7a41-9c55-3f0a6b1d2e4f");
        return Stream.of(
                new EventType("settings.attachment.stored", "A file was stored.", FILE),
                new EventType("settings.attachment.deleted", "A file was deleted.", FILE),
                new EventType(
                        "settings.export.completed",
                        "The file of an export is ready.",
                        Map.of("requestedBy", someone, "recordCount", 120)),
                new EventType(
                        "settings.export.failed",
                        "An export ended without a file.",
                        Map.of("requestedBy", someone, "reason", "export-too-large: The file has more than 1 GB.")),
                new EventType(
                        "settings.import.completed",
                        "All rows of an import were written.",
                        Map.of("entityType", "customer", "created", 118, "updated", 2, "requestedBy", someone)),
                new EventType(
                        "settings.import.rolled-back",
                        "What an import wrote was undone.",
                        Map.of("entityType", "customer", "kept", 1)));
    }

    private static Stream<EventType> platforms() {
        return Stream.of(
                new EventType("modules.module.enabled", "A module was turned on.", MODULE),
                new EventType("modules.module.disabled", "A module was turned off.", MODULE),
                new EventType(
                        "modules.set.changed",
                        "The set of modules changed.",
                        Map.of("revision", 7, "actor", "Olga", "added", List.of("customers"), "removed", List.of())));
    }
}
