package io.renoz.products.product;

import io.renoz.data.Call;
import io.renoz.data.InputChecks;
import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.Permissions;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.api.ImportTurn;
import io.renoz.settings.api.RowError;
import io.renoz.settings.api.RowFaults;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.api.WrittenRecord.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products from files. */
@Component
public final class ProductImport implements ImportTarget {

    private static final ImportDescription DESCRIPTION =
            new ImportDescription(RecordTypes.PRODUCT, "products.import", ProductColumns.ALL.fields(), Matching.KEYS);

    private final Tables tables;
    private final Products products;
    private final InputChecks checks;
    private final Matching matching;

    @Activate
    public ProductImport(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference Products products,
            @Reference Skus skus,
            @Reference InputChecks checks) {
        this.tables = tables;
        this.products = products;
        this.checks = checks;
        matching = new Matching(tables, skus);
    }

    @Override
    public ImportDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public Map<Integer, UUID> matches(List<ImportRow> rows, ImportOptions options) {
        return matching.products(rows, Matching.keys(options));
    }

    private static boolean skips(ImportOptions options) {
        return options.mode() == ImportMode.CREATE && options.duplicates() == DuplicateHandling.SKIP;
    }

    private static boolean creates(ImportOptions options) {
        return options.mode() == ImportMode.CREATE && options.duplicates() == DuplicateHandling.CREATE;
    }

    @Override
    public List<RowError> validate(List<ImportRow> rows, ImportOptions options) {
        Map<Integer, UUID> matches = matches(rows, options);
        References references = References.of(tables);
        Map<UUID, Product> current = creates(options) ? Map.of() : read(Set.copyOf(matches.values()));
        var holders = new HashMap<String, Map<Integer, UUID>>();
        Matching.KEYS.forEach(key -> holders.put(key, matching.products(rows, List.of(key))));
        var errors = new ArrayList<RowError>();
        for (ImportRow row : rows) {
            UUID match = matches.get(row.number());
            if (match == null || !skips(options)) {
                UUID own = creates(options) ? null : match;
                Product there = own == null ? null : current.get(own);
                errors.addAll(references.faults(row));
                errors.addAll(RowFaults.of(
                        row, checks, () -> input(there, named(references.resolved(row), there), gapsOnly(options))));
                errors.addAll(taken(row, own, holders));
            }
        }
        return errors;
    }

    private Map<UUID, Product> read(Set<UUID> ids) {
        var found = new HashMap<UUID, Product>();
        if (!ids.isEmpty()) {
            tables.entities()
                    .createQuery("select p from Product p where p.id in :ids and p.deletedAt is null", Product.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(product -> found.put(product.id(), product));
        }
        return found;
    }

    private static boolean gapsOnly(ImportOptions options) {
        return options.mode() == ImportMode.CREATE;
    }

    private static ProductInput input(@Nullable Product current, ImportRow row, boolean gapsOnly) {
        return ProductColumns.input(ProductColumns.ALL.over(current, row, gapsOnly), current);
    }

    /** That a new product needs a name is said by the field itself. */
    private static ImportRow named(ImportRow row, @Nullable Product there) {
        if (row.has(ProductColumns.NAME) || there != null) {
            return row;
        }
        var values = new LinkedHashMap<>(row.values());
        values.put(ProductColumns.NAME, "-");
        return new ImportRow(row.number(), values);
    }

    private static List<RowError> taken(ImportRow row, @Nullable UUID own, Map<String, Map<Integer, UUID>> holders) {
        return Matching.KEYS.stream()
                .filter(key -> {
                    UUID holder = holders.getOrDefault(key, Map.of()).get(row.number());
                    return holder != null && !holder.equals(own);
                })
                .map(key -> new RowError(row.number(), key, "duplicate", "Another product has it."))
                .toList();
    }

    /** Rows that mean a product which an earlier one of them makes or changes come after it has. */
    @Override
    public List<WrittenRecord> write(List<ImportRow> rows, ImportOptions options) {
        Call.current().require(Permissions.WRITE);
        var written = new ArrayList<WrittenRecord>();
        References references = References.of(tables);
        List<ImportRow> pending = rows;
        while (!pending.isEmpty()) {
            Map<Integer, UUID> matches = creates(options) ? Map.of() : matches(pending, options);
            List<String> keys = creates(options) ? List.of() : Matching.keys(options);
            ImportTurn turn = ImportTurn.of(pending, matches, row -> Matching.marks(row, keys));
            written.addAll(create(turn.created(), references));
            if (!skips(options)) {
                written.addAll(update(turn.changed(), references, options));
            }
            pending = turn.later();
        }
        return written;
    }

    private List<WrittenRecord> create(List<ImportRow> rows, References references) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<ProductView> made = products.create(rows.stream()
                .map(row -> input(null, references.resolved(row), false))
                .toList());
        var written = new ArrayList<WrittenRecord>();
        for (int i = 0; i < rows.size(); i++) {
            ProductView view = made.get(i);
            written.add(new WrittenRecord(rows.get(i).number(), view.id(), view.version(), Outcome.CREATED, null));
        }
        return written;
    }

    private List<WrittenRecord> update(Map<ImportRow, UUID> rows, References references, ImportOptions options) {
        Map<UUID, Product> locked = products.lock(rows.values());
        var changed = new LinkedHashMap<ImportRow, Json>();
        var inputs = new LinkedHashMap<ImportRow, ProductInput>();
        rows.forEach((row, id) -> {
            Product product = locked.get(id);
            if (product == null) {
                throw Problem.notFound("product");
            }
            inputs.put(row, input(product, references.resolved(row), gapsOnly(options)));
        });
        ProductRules.Pass pass = products.pass(List.copyOf(inputs.values()));
        inputs.forEach((row, input) -> {
            Product product = require(locked, rows.get(row));
            ProductColumns.ALL.apply(product, input).ifPresent(before -> {
                products.amend(product, pass);
                changed.put(row, before);
            });
        });
        tables.flush();
        var written = new ArrayList<WrittenRecord>();
        changed.forEach((row, before) -> {
            Product product = require(locked, rows.get(row));
            written.add(new WrittenRecord(row.number(), product.id(), product.version(), Outcome.UPDATED, before));
        });
        return written;
    }

    private static Product require(Map<UUID, Product> locked, @Nullable UUID id) {
        Product product = id == null ? null : locked.get(id);
        if (product == null) {
            throw Problem.notFound("product");
        }
        return product;
    }

    @Override
    public Set<Integer> undo(List<WrittenRecord> written) {
        Call.current().require(Permissions.WRITE);
        Map<UUID, Product> locked =
                products.lock(written.stream().map(WrittenRecord::id).toList());
        var kept = new HashSet<Integer>();
        for (WrittenRecord record : written) {
            Product product = locked.get(record.id());
            if (product == null || product.version() != record.version() || !undo(product, record)) {
                kept.add(record.row());
            }
        }
        tables.flush();
        return kept;
    }

    private boolean undo(Product product, WrittenRecord record) {
        Json before = record.before();
        if (before == null) {
            return products.withdraw(product);
        }
        ProductColumns.ALL.restore(product, before);
        products.restored(product);
        return true;
    }
}
