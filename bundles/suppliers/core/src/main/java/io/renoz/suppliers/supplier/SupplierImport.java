package io.renoz.suppliers.supplier;

import io.renoz.data.Call;
import io.renoz.data.InputChecks;
import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
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
import io.renoz.suppliers.Permissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Suppliers from files. */
@Component
public final class SupplierImport implements ImportTarget {

    private static final ImportDescription DESCRIPTION = new ImportDescription(
            RecordTypes.SUPPLIER, Permissions.WRITE, SupplierColumns.ALL.fields(), SupplierMatching.KEYS);

    private final Tables tables;
    private final Registration registration;
    private final InputChecks checks;
    private final OpenOrders orders;
    private final SupplierMatching matching;

    @Activate
    public SupplierImport(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference Registration registration,
            @Reference InputChecks checks,
            @Reference OpenOrders orders) {
        this.tables = tables;
        this.registration = registration;
        this.checks = checks;
        this.orders = orders;
        matching = new SupplierMatching(tables);
    }

    @Override
    public ImportDescription describe() {
        return DESCRIPTION;
    }

    private static List<String> keys(ImportOptions options) {
        return options.matchField() == null ? SupplierMatching.KEYS : List.of(options.matchField());
    }

    private static boolean skips(ImportOptions options) {
        return options.mode() == ImportMode.CREATE && options.duplicates() == DuplicateHandling.SKIP;
    }

    private static boolean creates(ImportOptions options) {
        return options.mode() == ImportMode.CREATE && options.duplicates() == DuplicateHandling.CREATE;
    }

    @Override
    public Map<Integer, UUID> matches(List<ImportRow> rows, ImportOptions options) {
        return matching.suppliers(rows, keys(options));
    }

    @Override
    public List<RowError> validate(List<ImportRow> rows, ImportOptions options) {
        Map<Integer, UUID> matches = matches(rows, options);
        Map<String, UUID> holders = holders(rows);
        var errors = new ArrayList<RowError>();
        for (ImportRow row : rows) {
            UUID match = matches.get(row.number());
            if (match == null || !skips(options)) {
                errors.addAll(RowFaults.of(row, checks, () -> checked(row)));
                errors.addAll(taken(row, creates(options) ? null : match, holders));
            }
        }
        return errors;
    }

    /** A row that changes a supplier need not say its name. */
    private static SupplierInput checked(ImportRow row) {
        var values = new LinkedHashMap<>(row.values());
        values.putIfAbsent("name", "-");
        SupplierInput input =
                SupplierColumns.input(SupplierColumns.ALL.over(null, new ImportRow(row.number(), values), false));
        Registration.requireCurrency(input.currency());
        return input;
    }

    /** Who has the codes and addresses that rows bring. */
    private Map<String, UUID> holders(List<ImportRow> rows) {
        var holders = new HashMap<String, UUID>();
        for (String key : SupplierMatching.KEYS) {
            Set<String> brought = rows.stream()
                    .flatMap(row -> SupplierMatching.value(row, key).stream())
                    .collect(Collectors.toSet());
            matching.known(key, brought).forEach((value, holder) -> holders.put(key + "=" + value, holder));
        }
        return holders;
    }

    private static List<RowError> taken(ImportRow row, @Nullable UUID match, Map<String, UUID> holders) {
        return SupplierMatching.KEYS.stream()
                .filter(key -> SupplierMatching.value(row, key)
                        .map(value -> holders.get(key + "=" + value))
                        .filter(holder -> !holder.equals(match))
                        .isPresent())
                .map(key -> new RowError(row.number(), key, "duplicate", "Another supplier has it."))
                .toList();
    }

    /**
     * Rows that mean a record which an earlier one of them makes or changes come after it has; so each turn has a record once at
     * most.
     */
    @Override
    public List<WrittenRecord> write(List<ImportRow> rows, ImportOptions options) {
        Call.current().require(Permissions.WRITE);
        var written = new ArrayList<WrittenRecord>();
        List<ImportRow> pending = rows;
        while (!pending.isEmpty()) {
            List<String> keys = creates(options) ? List.of() : keys(options);
            Map<Integer, UUID> matches = matching.suppliers(pending, keys);
            ImportTurn turn = ImportTurn.of(pending, matches, row -> SupplierMatching.marks(row, keys));
            written.addAll(create(turn.created()));
            if (!skips(options)) {
                written.addAll(update(turn.changed(), options));
            }
            pending = turn.later();
        }
        return written;
    }

    private List<WrittenRecord> create(List<ImportRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<SupplierView> made = registration.register(rows.stream()
                .map(row -> SupplierColumns.input(SupplierColumns.ALL.over(null, row, false)))
                .toList());
        var written = new ArrayList<WrittenRecord>();
        for (int i = 0; i < rows.size(); i++) {
            SupplierView view = made.get(i);
            written.add(new WrittenRecord(rows.get(i).number(), view.id(), view.version(), Outcome.CREATED, null));
        }
        return written;
    }

    private List<WrittenRecord> update(Map<ImportRow, UUID> rows, ImportOptions options) {
        Map<UUID, Supplier> suppliers = locked(rows.values());
        boolean gapsOnly = options.mode() == ImportMode.CREATE;
        var changed = new LinkedHashMap<ImportRow, Json>();
        rows.forEach((row, id) -> {
            Supplier supplier = suppliers.get(id);
            if (supplier == null) {
                throw Problem.notFound("supplier");
            }
            SupplierInput input = SupplierColumns.input(SupplierColumns.ALL.over(supplier, uncoded(row), gapsOnly));
            Registration.requireCurrency(input.currency());
            SupplierColumns.ALL.apply(supplier, input).ifPresent(before -> changed.put(row, before));
        });
        tables.flush();
        var written = new ArrayList<WrittenRecord>();
        changed.forEach((row, before) -> {
            Supplier supplier = suppliers.get(rows.get(row));
            if (supplier != null) {
                written.add(
                        new WrittenRecord(row.number(), supplier.id(), supplier.version(), Outcome.UPDATED, before));
            }
        });
        return written;
    }

    /** A supplier keeps its code, by whatever else a row found it. */
    private static ImportRow uncoded(ImportRow row) {
        var values = new LinkedHashMap<>(row.values());
        values.remove(SupplierColumns.CODE);
        return new ImportRow(row.number(), values);
    }

    private Map<UUID, Supplier> locked(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Locks.hold(tables, ids);
        return tables.entities()
                .createQuery("select s from Supplier s where s.id in :ids and s.deletedAt is null", Supplier.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Supplier::id, Function.identity()));
    }

    @Override
    public Set<Integer> undo(List<WrittenRecord> written) {
        Call.current().require(Permissions.WRITE);
        Map<UUID, Supplier> suppliers =
                locked(written.stream().map(WrittenRecord::id).toList());
        var kept = new HashSet<Integer>();
        for (WrittenRecord record : written) {
            Optional<Supplier> supplier = Optional.ofNullable(suppliers.get(record.id()))
                    .filter(found -> found.version() == record.version());
            if (supplier.isEmpty() || !undo(supplier.get(), record)) {
                kept.add(record.row());
            }
        }
        tables.flush();
        return kept;
    }

    private boolean undo(Supplier supplier, WrittenRecord record) {
        Json before = record.before();
        if (before != null) {
            SupplierColumns.ALL.restore(supplier, before);
            return true;
        }
        if (orders.of(supplier.id()) > 0) {
            return false;
        }
        tables.remove(supplier);
        return true;
    }
}
