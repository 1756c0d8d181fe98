package io.renoz.customers.customer;

import io.renoz.customers.customer.Matching.CustomerKey;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** CUS-22: accounts from files. */
@Component
public final class CustomerImport implements ImportTarget {

    static final String PERMISSION = "customers.import";

    private static final List<CustomerKey> KEYS = List.of(
            new CustomerKey(CustomerColumns.CODE, CustomerColumns.CODE),
            new CustomerKey(CustomerColumns.EXTERNAL_REF, CustomerColumns.EXTERNAL_REF),
            new CustomerKey(CustomerColumns.EMAIL, CustomerColumns.EMAIL));

    private static final ImportDescription DESCRIPTION = new ImportDescription(
            RecordTypes.CUSTOMER,
            PERMISSION,
            CustomerColumns.ALL.fields(),
            KEYS.stream().map(CustomerKey::column).toList());

    private final Tables tables;
    private final Openings openings;
    private final InputChecks checks;
    private final Departures departures;
    private final Matching matching;

    @Activate
    public CustomerImport(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference Openings openings,
            @Reference InputChecks checks,
            @Reference Departures departures) {
        this.tables = tables;
        this.openings = openings;
        this.checks = checks;
        this.departures = departures;
        matching = new Matching(tables);
    }

    @Override
    public ImportDescription describe() {
        return DESCRIPTION;
    }

    private static List<CustomerKey> keys(ImportOptions options) {
        return KEYS.stream()
                .filter(key -> options.matchField() == null || key.column().equals(options.matchField()))
                .toList();
    }

    @Override
    public Map<Integer, UUID> matches(List<ImportRow> rows, ImportOptions options) {
        return matching.customers(rows, keys(options));
    }

    @Override
    public List<RowError> validate(List<ImportRow> rows, ImportOptions options) {
        Map<Integer, UUID> matches = matches(rows, options);
        Map<String, UUID> holders = holders(rows);
        var errors = new ArrayList<RowError>();
        for (ImportRow row : rows) {
            UUID match = matches.get(row.number());
            if (match == null || !skips(options)) {
                errors.addAll(RowFaults.of(
                        row, checks, () -> CustomerColumns.input(CustomerColumns.ALL.over(null, named(row), false))));
                errors.addAll(taken(row, creates(options) ? null : match, holders));
            }
        }
        return errors;
    }

    /** A row that changes a customer need not say its name. */
    private static ImportRow named(ImportRow row) {
        if (row.has("name")) {
            return row;
        }
        var values = new LinkedHashMap<>(row.values());
        values.put("name", "-");
        return new ImportRow(row.number(), values);
    }

    private static boolean skips(ImportOptions options) {
        return options.mode() == ImportMode.CREATE && options.duplicates() == DuplicateHandling.SKIP;
    }

    private static boolean creates(ImportOptions options) {
        return options.mode() == ImportMode.CREATE && options.duplicates() == DuplicateHandling.CREATE;
    }

    /** Who has the codes and references that rows bring. */
    private Map<String, UUID> holders(List<ImportRow> rows) {
        var holders = new LinkedHashMap<String, UUID>();
        for (CustomerKey key : KEYS.subList(0, 2)) {
            Map<Integer, UUID> found = matching.customers(rows, List.of(key));
            rows.stream()
                    .filter(row -> found.containsKey(row.number()))
                    .forEach(row -> holders.put(key.column() + "=" + row.text(key.column()), found.get(row.number())));
        }
        return holders;
    }

    private static List<RowError> taken(ImportRow row, @Nullable UUID match, Map<String, UUID> holders) {
        return KEYS.subList(0, 2).stream()
                .filter(key -> row.has(key.column()))
                .filter(key -> {
                    UUID holder = holders.get(key.column() + "=" + row.text(key.column()));
                    return holder != null && !holder.equals(match);
                })
                .map(key -> new RowError(row.number(), key.column(), "duplicate", "Another customer has it."))
                .toList();
    }

    /**
     * Rows that mean a record which an earlier one of them makes or changes come after it has; so each turn has a record once at
     * most.
     */
    @Override
    public List<WrittenRecord> write(List<ImportRow> rows, ImportOptions options) {
        Call.current().require("customers.write");
        var written = new ArrayList<WrittenRecord>();
        List<ImportRow> pending = rows;
        while (!pending.isEmpty()) {
            Map<Integer, UUID> matches = creates(options) ? Map.of() : matches(pending, options);
            List<CustomerKey> keys = creates(options) ? List.of() : keys(options);
            ImportTurn turn = ImportTurn.of(pending, matches, row -> Matching.marks(row, keys));
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
        List<CustomerView> opened = openings.open(rows.stream()
                .map(row -> CustomerColumns.input(CustomerColumns.ALL.over(null, row, false)))
                .toList());
        var written = new ArrayList<WrittenRecord>();
        for (int i = 0; i < rows.size(); i++) {
            CustomerView view = opened.get(i);
            written.add(new WrittenRecord(rows.get(i).number(), view.id(), view.version(), Outcome.CREATED, null));
        }
        return written;
    }

    private List<WrittenRecord> update(Map<ImportRow, UUID> rows, ImportOptions options) {
        Map<UUID, Customer> customers = Accounts.lock(tables, rows.values());
        Supplier<String> country = openings.country();
        boolean gapsOnly = options.mode() == ImportMode.CREATE;
        var changed = new LinkedHashMap<ImportRow, Json>();
        rows.forEach((row, id) -> {
            Customer customer = customers.get(id);
            if (customer == null) {
                throw Problem.notFound("customer");
            }
            CustomerInput input = CustomerColumns.input(CustomerColumns.ALL.over(customer, uncoded(row), gapsOnly));
            CustomerColumns.ALL.apply(customer, input).ifPresent(before -> {
                openings.revise(customer, country);
                changed.put(row, before);
            });
        });
        tables.flush();
        var written = new ArrayList<WrittenRecord>();
        changed.forEach((row, before) -> {
            Customer customer = customers.get(rows.get(row));
            if (customer != null) {
                written.add(
                        new WrittenRecord(row.number(), customer.id(), customer.version(), Outcome.UPDATED, before));
            }
        });
        return written;
    }

    /** CUS-01: a customer keeps its code, by whatever else a row found it. */
    private static ImportRow uncoded(ImportRow row) {
        var values = new LinkedHashMap<>(row.values());
        values.remove(CustomerColumns.CODE);
        return new ImportRow(row.number(), values);
    }

    @Override
    public Set<Integer> undo(List<WrittenRecord> written) {
        Call.current().require("customers.write");
        Map<UUID, Customer> customers =
                Accounts.lock(tables, written.stream().map(WrittenRecord::id).toList());
        var kept = new HashSet<Integer>();
        for (WrittenRecord record : written) {
            Optional<Customer> customer = Optional.ofNullable(customers.get(record.id()))
                    .filter(found -> found.version() == record.version());
            if (customer.isEmpty() || !undo(customer.get(), record)) {
                kept.add(record.row());
            }
        }
        tables.flush();
        return kept;
    }

    private boolean undo(Customer customer, WrittenRecord record) {
        Json before = record.before();
        if (before != null) {
            CustomerColumns.ALL.restore(customer, before);
            return true;
        }
        if (!departures.holders(customer.id()).isEmpty()) {
            return false;
        }
        openings.close(customer.id());
        tables.remove(customer);
        return true;
    }
}
