package io.renoz.settings.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Rows that can be written at once, since no two of them mean the same record.
 *
 * @param created those that make one
 * @param changed those that mean one that is there
 * @param later those that mean one of the others
 */
public record ImportTurn(List<ImportRow> created, Map<ImportRow, UUID> changed, List<ImportRow> later) {

    /** {@code keys} are what a row is found by; two rows with one in common may mean the same. */
    public static ImportTurn of(
            List<ImportRow> rows, Map<Integer, UUID> matches, Function<ImportRow, ? extends Collection<String>> keys) {
        var created = new ArrayList<ImportRow>();
        var changed = new LinkedHashMap<ImportRow, UUID>();
        var later = new ArrayList<ImportRow>();
        var seen = new HashSet<String>();
        var ids = new HashSet<UUID>();
        for (ImportRow row : rows) {
            UUID match = matches.get(row.number());
            Collection<String> own = keys.apply(row);
            boolean first = own.stream().noneMatch(seen::contains);
            seen.addAll(own);
            if (match != null ? ids.add(match) : first) {
                if (match != null) {
                    changed.put(row, match);
                } else {
                    created.add(row);
                }
            } else {
                later.add(row);
            }
        }
        return new ImportTurn(created, changed, later);
    }
}
