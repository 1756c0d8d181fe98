package io.renoz.products.product;

import io.renoz.data.Tables;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.RowError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Categories and tax codes by what files call them: read once for all rows. Immutable. */
final class References {

    private final Map<String, Map<String, UUID>> byColumn = new HashMap<>();

    private References() {}

    static References of(Tables tables) {
        var references = new References();
        var categories = new HashMap<String, UUID>();
        tables.entities()
                .createQuery("select c.name, c.id from Category c order by c.sortOrder, c.id", Object[].class)
                .getResultList()
                .forEach(row -> categories.putIfAbsent(key((String) row[0]), (UUID) row[1]));
        tables.entities()
                .createQuery("select c.slug, c.id from Category c", Object[].class)
                .getResultList()
                .forEach(row -> categories.put(key((String) row[0]), (UUID) row[1]));
        var taxCodes = new HashMap<String, UUID>();
        tables.entities()
                .createQuery("select t.code, t.id from TaxCode t", Object[].class)
                .getResultList()
                .forEach(row -> taxCodes.put(key((String) row[0]), (UUID) row[1]));
        references.byColumn.put(ProductColumns.CATEGORY, categories);
        references.byColumn.put(ProductColumns.TAX_CODE, taxCodes);
        return references;
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    List<RowError> faults(ImportRow row) {
        var errors = new ArrayList<RowError>();
        byColumn.forEach((column, known) -> {
            String text = row.text(column);
            if (text != null && !known.containsKey(key(text))) {
                errors.add(new RowError(row.number(), column, "not-found", "There is no " + text + "."));
            }
        });
        return errors;
    }

    /** The row with ids in the place of names; names that nobody knows are left out. */
    ImportRow resolved(ImportRow row) {
        var values = new LinkedHashMap<>(row.values());
        byColumn.forEach((column, known) -> {
            String text = row.text(column);
            UUID id = text == null ? null : known.get(key(text));
            if (id == null) {
                values.remove(column);
            } else {
                values.put(column, id);
            }
        });
        return new ImportRow(row.number(), values);
    }
}
