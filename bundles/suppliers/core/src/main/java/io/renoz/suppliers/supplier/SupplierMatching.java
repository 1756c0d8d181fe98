package io.renoz.suppliers.supplier;

import io.renoz.data.Tables;
import io.renoz.settings.api.ImportRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows mean the supplier with their code, else with their e-mail address; both are one supplier's. */
final class SupplierMatching {

    /** The fields that find suppliers, the surest first; columns have the same names. */
    static final List<String> KEYS = List.of(SupplierColumns.CODE, SupplierColumns.EMAIL);

    private final Tables tables;

    SupplierMatching(Tables tables) {
        this.tables = tables;
    }

    static Optional<String> value(ImportRow row, String key) {
        String text = row.text(key);
        return text == null
                ? Optional.empty()
                : Optional.of(key.equals(SupplierColumns.EMAIL) ? text.toLowerCase(Locale.ROOT) : text);
    }

    /** What a row can be found by. */
    static List<String> marks(ImportRow row, Collection<String> keys) {
        return keys.stream()
                .flatMap(key -> value(row, key).map(value -> key + "=" + value).stream())
                .toList();
    }

    /** The suppliers that some rows mean, by line; the first key that finds one counts. */
    Map<Integer, UUID> suppliers(List<ImportRow> rows, Collection<String> keys) {
        var found = new HashMap<Integer, UUID>();
        for (String key : keys) {
            List<ImportRow> open = rows.stream()
                    .filter(row -> !found.containsKey(row.number()))
                    .toList();
            Map<String, UUID> known = known(
                    key, open.stream().flatMap(row -> value(row, key).stream()).collect(Collectors.toSet()));
            open.forEach(row -> value(row, key)
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .ifPresent(id -> found.put(row.number(), id)));
        }
        return found;
    }

    /** Who has some values of a key. */
    Map<String, UUID> known(String key, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return tables.entities()
                .createQuery(
                        "select s." + key + ", s.id from Supplier s where s." + key
                                + " in :wanted and s.deletedAt is null",
                        Object[].class)
                .setParameter("wanted", wanted)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }
}
