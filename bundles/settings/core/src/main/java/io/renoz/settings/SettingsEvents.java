package io.renoz.settings;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** What the module publishes beyond the changes of its records, and what the platform publishes of modules. */
@Component
public final class SettingsEvents implements EventDeclarations {

    private static final Map<String, Object> ORGANIZATION = Map.of("slug", "acme", "name", "Acme");
    private static final Map<String, Object> MODULE =
            Map.of("revision", 7, "actor", "Olga", "module", "customers", "reason", "Spring cleaning");

    @Override
    public List<EventType> list() {
        return Stream.concat(own(), platforms()).toList();
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
