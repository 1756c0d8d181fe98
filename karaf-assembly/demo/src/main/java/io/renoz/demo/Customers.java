package io.renoz.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Whom the organization sells to, and what was said with them. */
final class Customers {

    private static final List<String> TAGS =
            List.of("battery", "solar", "heat pump", "service contract", "do not call");
    private static final List<String> SAID = List.of(
            "Asked for a quote on a second battery.",
            "Meter box needs an upgrade before we can start.",
            "Happy with the installation; may recommend us.",
            "Wants the yearly check moved to autumn.",
            "Invoice went to the wrong address; corrected.");
    private static final int TAGGED = 3;
    private static final int TALKED = 2;

    private final Api api;
    private final Samples samples = new Samples();

    Customers(Api api) {
        this.api = api;
    }

    /** Makes so many, in one request, labels some and writes down a conversation with others; their ids. */
    List<UUID> make(int count) {
        var items = Api.object();
        ArrayNode list = items.putArray("items");
        for (int n = 0; n < count; n++) {
            list.add(samples.customer(n));
        }
        List<UUID> ids = ids(api.post("customers/customers/bulk", items));
        label(ids);
        talk(ids);
        return ids;
    }

    private void label(List<UUID> customers) {
        var items = Api.object();
        ArrayNode names = items.putArray("items");
        TAGS.forEach(tag -> names.add(Api.object().put("name", tag)));
        List<UUID> tags = ids(api.post("customers/tags/bulk", items));
        for (int n = 0; n < customers.size(); n += TAGGED) {
            api.post(
                    "customers/customers/" + customers.get(n) + "/tags",
                    Api.object().put("tagId", samples.one(tags).toString()));
        }
    }

    private void talk(List<UUID> customers) {
        var items = Api.object();
        ArrayNode entries = items.putArray("items");
        for (int n = 0; n < customers.size(); n += TALKED) {
            entries.add(Api.object()
                    .put("customerId", customers.get(n).toString())
                    .put("activityType", n % (TALKED + TALKED) == 0 ? "call" : "note")
                    .put("description", samples.one(SAID)));
        }
        api.post("customers/activities/bulk", items);
    }

    private static List<UUID> ids(JsonNode created) {
        return new ArrayList<>(StreamSupport.stream(created.get("items").spliterator(), false)
                .map(item -> UUID.fromString(item.get("id").asText()))
                .toList());
    }
}
