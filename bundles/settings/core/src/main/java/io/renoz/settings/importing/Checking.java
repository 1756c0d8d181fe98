package io.renoz.settings.importing;

import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.api.RowError;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.importing.SheetReader.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows of a batch are good, and what is wrong with the others. Writes nothing. */
final class Checking {

    /**
     * What was found.
     *
     * @param matches records that rows mean, by line
     */
    record Checked(List<ImportRow> good, List<Finding> findings, Map<Integer, UUID> matches) {}

    private final ImportTarget target;
    private final ImportDescription description;
    private final ImportOptions options;
    private final SheetReader sheet;

    Checking(ImportTarget target, ImportOptions options, SheetReader sheet) {
        this.target = target;
        this.description = target.describe();
        this.options = options;
        this.sheet = sheet;
    }

    Checked check(List<Read> rows) {
        var findings = new ArrayList<Finding>();
        rows.forEach(row -> findings.addAll(row.findings()));
        List<ImportRow> readable =
                without(findings, rows.stream().map(Read::row).toList());
        Map<Integer, UUID> matches = readable.isEmpty() ? Map.of() : target.matches(readable, options);
        for (ImportRow row : readable) {
            findings.addAll(lacking(row, matches.containsKey(row.number())));
        }
        List<ImportRow> complete = without(findings, readable);
        if (!complete.isEmpty()) {
            Map<Integer, Read> byLine = new HashMap<>();
            rows.forEach(row -> byLine.put(row.row().number(), row));
            target.validate(complete, options).forEach(error -> findings.add(finding(error, byLine.get(error.row()))));
        }
        return new Checked(without(findings, complete), findings, matches);
    }

    /** Writes rows that were found good, in the open transaction. */
    List<WrittenRecord> write(List<ImportRow> good) {
        return target.write(good, options);
    }

    private static List<ImportRow> without(List<Finding> findings, List<ImportRow> rows) {
        Set<Integer> bad = findings.stream().map(Finding::row).collect(Collectors.toCollection(HashSet::new));
        return rows.stream().filter(row -> !bad.contains(row.number())).toList();
    }

    /** A new record needs its fields; an import that makes none needs a record for every row. */
    private List<Finding> lacking(ImportRow row, boolean matched) {
        if (matched) {
            return List.of();
        }
        if (options.mode() == ImportMode.UPDATE) {
            return List.of(new Finding(row.number(), null, "not-found", "No record matches this row.", null));
        }
        return description.fields().stream()
                .filter(field -> field.required() && !row.has(field.name()))
                .map(field -> new Finding(row.number(), sheet.heading(field.name()), "required", sentence(field), null))
                .toList();
    }

    private static String sentence(ImportField field) {
        return field.label() + " is needed.";
    }

    private Finding finding(RowError error, @Nullable Read row) {
        String field = error.field();
        return new Finding(
                error.row(),
                field == null ? null : sheet.heading(field),
                error.code(),
                error.message(),
                field == null || row == null ? null : row.raw().get(field));
    }
}
