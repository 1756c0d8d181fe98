package io.renoz.customers.customer;

import io.renoz.data.Tables;
import io.renoz.settings.api.ImportRow;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** CUS-22: rows mean the customer with their code, else with their external reference, else with their e-mail address. */
final class Matching {

    /**
     * A way to find customers.
     *
     * @param column of the row
     * @param field of the customer
     */
    record CustomerKey(String column, String field) {

        Optional<String> of(ImportRow row) {
            String text = row.text(column);
            return text == null
                    ? Optional.empty()
                    : Optional.of(field.equals(CustomerColumns.EMAIL) ? text.toLowerCase(Locale.ROOT) : text);
        }
    }

    /** What a row can be found by. */
    static List<String> marks(ImportRow row, List<CustomerKey> keys) {
        return keys.stream()
                .flatMap(key -> key.of(row).map(value -> key.column + "=" + value).stream())
                .toList();
    }

    private final Tables tables;

    Matching(Tables tables) {
        this.tables = tables;
    }

    /** The customers that some rows mean, by line; the first key that finds one counts, of several customers the oldest. */
    Map<Integer, UUID> customers(List<ImportRow> rows, List<CustomerKey> keys) {
        var found = new HashMap<Integer, UUID>();
        for (CustomerKey key : keys) {
            List<ImportRow> open = rows.stream()
                    .filter(row -> !found.containsKey(row.number()))
                    .toList();
            Set<String> wanted =
                    open.stream().flatMap(row -> key.of(row).stream()).collect(Collectors.toSet());
            Map<String, UUID> known = wanted.isEmpty() ? Map.of() : known(key.field, wanted);
            open.forEach(row ->
                    key.of(row).map(known::get).filter(Objects::nonNull).ifPresent(id -> found.put(row.number(), id)));
        }
        return found;
    }

    private Map<String, UUID> known(String field, Set<String> wanted) {
        var known = new HashMap<String, UUID>();
        tables.entities()
                .createQuery(
                        "select c." + field + ", c.id from Customer c where c." + field
                                + " in :wanted and c.deletedAt is null",
                        Object[].class)
                .setParameter("wanted", wanted)
                .getResultStream()
                .forEach(row -> known.merge((String) row[0], (UUID) row[1], Matching::older));
        return known;
    }

    /** Ids rise with time. */
    private static UUID older(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) <= 0 ? one : other;
    }
}
