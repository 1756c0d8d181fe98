package io.renoz.customers.tag;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps count of how often tags are used: in the database, so that two who count at once both count. */
final class TagUse {

    private static final String COUNT = """
            update customers.customer_tags set usage_count = usage_count + ?3, version = version + 1
             where organization_id = ?1 and id = ?2
            """;

    private TagUse() {}

    /** Counts each tag once more for every time it is in the list; in the order of their ids, as all do. */
    static void more(Tables tables, List<UUID> tags) {
        times(tags).forEach((tag, times) -> count(tables, tag, times));
    }

    static void less(Tables tables, List<UUID> tags) {
        times(tags).forEach((tag, times) -> count(tables, tag, -times));
    }

    private static Map<UUID, Integer> times(List<UUID> tags) {
        return tags.stream()
                .collect(Collectors.toMap(Function.identity(), tag -> 1, Integer::sum, java.util.TreeMap::new));
    }

    private static void count(Tables tables, UUID tag, int change) {
        tables.entities()
                .createNativeQuery(COUNT)
                .setParameter(1, Call.tenant())
                .setParameter(2, tag)
                .setParameter(3, change)
                .executeUpdate();
    }
}
