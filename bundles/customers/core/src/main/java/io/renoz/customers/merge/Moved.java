package io.renoz.customers.merge;

import io.renoz.data.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one account had and gave.
 *
 * @param account the account as it was
 * @param byOwner ids by table of this module, and by name of other modules
 */
record Moved(Json account, Map<String, List<UUID>> byOwner) {

    Moved {
        byOwner = Collections.unmodifiableMap(new LinkedHashMap<>(byOwner));
    }

    int rows() {
        return byOwner.values().stream().mapToInt(List::size).sum();
    }

    /** Names are plain words and ids are ids, so nothing needs escaping; the account is JSON already. */
    Json json() {
        String moved = byOwner.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> '"' + entry.getKey() + "\":" + array(entry.getValue()))
                .collect(Collectors.joining(","));
        return new Json("{\"account\":" + account.text() + ",\"moved\":{" + moved + "}}");
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(id -> "\"" + id + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
