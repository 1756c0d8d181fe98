package io.renoz.customers.customer;

import io.renoz.customers.customer.Matching.CustomerKey;
import io.renoz.data.Call;
import io.renoz.data.InputChecks;
import io.renoz.data.Json;
import io.renoz.data.Row;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ImportColumns;
import io.renoz.settings.api.ImportColumns.Cellular;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CUS-22: people and places of customers from files. A row names its customer by code, else by external reference, else by e-mail
 * address.
 *
 * @param <P> the parts
 * @param <I> what callers may set of them
 */
abstract class PartImport<P extends Row & Ranked, I> implements ImportTarget {

    /** For the checks of a row whose customer is looked up apart. */
    private static final UUID SOME = new UUID(0, 0);

    private static final List<CustomerKey> CUSTOMER = List.of(
            new CustomerKey("customerCode", CustomerColumns.CODE),
            new CustomerKey("customerExternalRef", CustomerColumns.EXTERNAL_REF),
            new CustomerKey("customerEmail", CustomerColumns.EMAIL));

    private final Tables tables;
    private final Class<P> type;
    private final ImportColumns<P, I> columns;
    private final PartRules parts;
    private final InputChecks checks;
    private final Matching matching;

    PartImport(Tables tables, Class<P> type, ImportColumns<P, I> columns, PartRules parts, InputChecks checks) {
        this.tables = tables;
        this.type = type;
        this.columns = columns;
        this.parts = parts;
        this.checks = checks;
        matching = new Matching(tables);
    }

    /** The columns that name the customer, before those of the part. */
    static ImportDescription description(String entityType, List<ImportField> own, String matchField) {
        var fields = new ArrayList<>(List.of(
                ImportField.text("customerCode", "Customer code", 30, "CUST-00001", "CUST-00001", "")
                        .hinting("or one of the next two"),
                ImportField.text("customerExternalRef", "Customer's external reference", 255, "", "", "OLD-17"),
                ImportField.text("customerEmail", "Customer's e-mail", 320, "", "", "")));
        fields.addAll(own);
        return new ImportDescription(entityType, CustomerImport.PERMISSION, fields, List.of(matchField));
    }

    /** What a caller would send. */
    abstract I input(UUID customer, Cellular cells);

    /** What a part is found by among those of its customer, lower case; empty when a row cannot mean one. */
    abstract Optional<String> mark(ImportRow row);

    abstract Optional<String> mark(P part);

    abstract List<? extends Versioned> add(List<I> inputs);

    /** A part has changed. */
    abstract void changed(P part);

    /** Whether something hangs on a part. */
    abstract boolean held(P part);

    private Map<Integer, UUID> customers(List<ImportRow> rows) {
        return matching.customers(rows, CUSTOMER);
    }

    @Override
    public Map<Integer, UUID> matches(List<ImportRow> rows, ImportOptions options) {
        return matches(rows, customers(rows));
    }

    private Map<Integer, UUID> matches(List<ImportRow> rows, Map<Integer, UUID> customers) {
        Map<UUID, Map<String, UUID>> known = new HashMap<>();
        for (P part : parts(customers.values().stream().collect(Collectors.toSet()))) {
            mark(part).ifPresent(mark -> known.computeIfAbsent(part.customerId(), id -> new HashMap<>())
                    .putIfAbsent(mark, part.id()));
        }
        var found = new HashMap<Integer, UUID>();
        for (ImportRow row : rows) {
            Map<String, UUID> siblings = known.get(customers.get(row.number()));
            UUID match = siblings == null ? null : mark(row).map(siblings::get).orElse(null);
            if (match != null) {
                found.put(row.number(), match);
            }
        }
        return found;
    }

    private List<P> parts(Set<UUID> customers) {
        return customers.isEmpty()
                ? List.of()
                : tables.entities()
                        .createQuery(
                                "select p from " + type.getSimpleName() + " p where p.customerId in :ids order by p.id",
                                type)
                        .setParameter("ids", customers)
                        .getResultList();
    }

    @Override
    public List<RowError> validate(List<ImportRow> rows, ImportOptions options) {
        Map<Integer, UUID> customers = customers(rows);
        Map<Integer, UUID> matches = matches(rows, customers);
        Map<UUID, P> present = present(matches.values());
        var errors = new ArrayList<RowError>();
        for (ImportRow row : rows) {
            if (!customers.containsKey(row.number())) {
                errors.add(new RowError(row.number(), "customerCode", "not-found", "There is no such customer."));
            }
            P part = present.get(matches.get(row.number()));
            errors.addAll(RowFaults.of(row, checks, () -> input(SOME, columns.over(part, row, false))));
        }
        return errors;
    }

    private Map<UUID, P> present(Collection<UUID> ids) {
        var present = new HashMap<UUID, P>();
        if (!ids.isEmpty()) {
            tables.entities()
                    .createQuery("select p from " + type.getSimpleName() + " p where p.id in :ids", type)
                    .setParameter("ids", Set.copyOf(ids))
                    .getResultStream()
                    .forEach(part -> present.put(part.id(), part));
        }
        return present;
    }

    @Override
    public List<WrittenRecord> write(List<ImportRow> rows, ImportOptions options) {
        Call.current().require("customers.write");
        boolean creates = options.mode() == ImportMode.CREATE && options.duplicates() == DuplicateHandling.CREATE;
        boolean skips = options.mode() == ImportMode.CREATE && options.duplicates() == DuplicateHandling.SKIP;
        Map<Integer, UUID> customers = customers(rows);
        var written = new ArrayList<WrittenRecord>();
        List<ImportRow> pending = rows;
        while (!pending.isEmpty()) {
            Map<Integer, UUID> matches = creates ? Map.of() : matches(pending, customers);
            ImportTurn turn = ImportTurn.of(
                    pending,
                    matches,
                    row -> creates
                            ? List.<String>of()
                            : mark(row).map(mark -> customers.get(row.number()) + mark).stream()
                                    .toList());
            written.addAll(create(turn.created(), customers));
            if (!skips) {
                written.addAll(update(turn.changed(), options.mode() == ImportMode.CREATE));
            }
            pending = turn.later();
        }
        return written;
    }

    private List<WrittenRecord> create(List<ImportRow> rows, Map<Integer, UUID> customers) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<? extends Versioned> added = add(rows.stream()
                .map(row -> input(customer(row, customers), columns.over(null, row, false)))
                .toList());
        var written = new ArrayList<WrittenRecord>();
        for (int i = 0; i < rows.size(); i++) {
            Versioned view = added.get(i);
            written.add(new WrittenRecord(rows.get(i).number(), view.id(), view.version(), Outcome.CREATED, null));
        }
        return written;
    }

    private static UUID customer(ImportRow row, Map<Integer, UUID> customers) {
        UUID customer = customers.get(row.number());
        if (customer == null) {
            throw Problem.notFound("customer");
        }
        return customer;
    }

    private List<WrittenRecord> update(Map<ImportRow, UUID> rows, boolean gapsOnly) {
        Map<UUID, P> present = present(rows.values());
        var before = new LinkedHashMap<ImportRow, Json>();
        rows.forEach((row, id) -> {
            P part = require(present.get(id));
            columns.apply(part, input(part.customerId(), columns.over(part, row, gapsOnly)))
                    .ifPresent(was -> {
                        changed(part);
                        before.put(row, was);
                    });
        });
        tables.flush();
        var written = new ArrayList<WrittenRecord>();
        before.forEach((row, was) -> {
            P part = require(present.get(rows.get(row)));
            written.add(new WrittenRecord(row.number(), part.id(), part.version(), Outcome.UPDATED, was));
        });
        return written;
    }

    private P require(@Nullable P part) {
        if (part == null) {
            throw Problem.notFound(type.getSimpleName());
        }
        return part;
    }

    @Override
    public Set<Integer> undo(List<WrittenRecord> written) {
        Call.current().require("customers.write");
        Map<UUID, P> present = present(written.stream().map(WrittenRecord::id).toList());
        var kept = new HashSet<Integer>();
        var concerned = new HashSet<UUID>();
        for (WrittenRecord record : written) {
            P part = present.get(record.id());
            if (part == null || part.version() != record.version() || !undo(part, record)) {
                kept.add(record.row());
            } else {
                concerned.add(part.customerId());
            }
        }
        tables.flush();
        parts.change(concerned);
        tables.flush();
        return kept;
    }

    private boolean undo(P part, WrittenRecord record) {
        Json before = record.before();
        if (before != null) {
            columns.restore(part, before);
            return true;
        }
        if (held(part)) {
            return false;
        }
        tables.remove(part);
        return true;
    }
}
