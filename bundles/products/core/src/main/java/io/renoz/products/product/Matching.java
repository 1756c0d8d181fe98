package io.renoz.products.product;

import io.renoz.data.Tables;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows mean the product with their sku, else with their external reference, else with their barcode. */
final class Matching {

    static final List<String> KEYS = List.of(ProductColumns.SKU, ProductColumns.EXTERNAL_REF, ProductColumns.BARCODE);

    private final Tables tables;
    private final Skus skus;

    Matching(Tables tables, Skus skus) {
        this.tables = tables;
        this.skus = skus;
    }

    static List<String> keys(ImportOptions options) {
        return KEYS.stream()
                .filter(key -> options.matchField() == null || key.equals(options.matchField()))
                .toList();
    }

    /** What a row is found by. */
    static List<String> marks(ImportRow row, List<String> keys) {
        return keys.stream()
                .filter(row::has)
                .map(key -> key + "=" + value(row, key))
                .toList();
    }

    private static String value(ImportRow row, String key) {
        String text = Objects.requireNonNull(row.text(key));
        return key.equals(ProductColumns.SKU) ? Skus.key(text) : text;
    }

    /** The products that some rows mean, by line. */
    Map<Integer, UUID> products(List<ImportRow> rows, List<String> keys) {
        var found = new HashMap<Integer, UUID>();
        for (String key : keys) {
            List<ImportRow> open = rows.stream()
                    .filter(row -> row.has(key) && !found.containsKey(row.number()))
                    .toList();
            Map<String, UUID> known =
                    known(key, open.stream().map(row -> value(row, key)).collect(Collectors.toSet()));
            for (ImportRow row : open) {
                UUID id = known.get(value(row, key));
                if (id != null) {
                    found.put(row.number(), id);
                }
            }
        }
        return found;
    }

    private Map<String, UUID> known(String key, Set<String> wanted) {
        if (wanted.isEmpty() || key.equals(ProductColumns.SKU)) {
            return skus.holders(wanted);
        }
        var known = new HashMap<String, UUID>();
        tables.entities()
                .createQuery(
                        "select p." + key + ", p.id from Product p where p." + key
                                + " in :wanted and p.deletedAt is null",
                        Object[].class)
                .setParameter("wanted", wanted)
                .getResultList()
                .forEach(row -> known.put((String) row[0], (UUID) row[1]));
        return known;
    }
}
