package io.renoz.settings.webhook;

import io.renoz.data.Json;
import io.renoz.event.DomainEvent;
import io.renoz.event.Occurrence;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent of an event. */
final class Bodies {

    private Bodies() {}

    static Json of(Occurrence occurrence) {
        DomainEvent event = occurrence.event();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", occurrence.id());
        body.put("type", event.name());
        body.put("occurredAt", occurrence.at());
        body.put("record", Map.of("type", event.aggregateType(), "id", event.aggregateId()));
        body.put("data", event.payload());
        return JsonText.of(body);
    }
}
