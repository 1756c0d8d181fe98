package io.renoz.orders.importing;

import static io.renoz.settings.api.ImportField.Type.DATE;
import static io.renoz.settings.api.ImportField.Type.DECIMAL;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.data.Tables;
import io.renoz.orders.Permissions;
import io.renoz.orders.order.ImportedDrafts;
import io.renoz.orders.order.ImportedDrafts.ImportedLine;
import io.renoz.orders.order.ImportedDrafts.ImportedOrder;
import io.renoz.orders.order.Order;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.api.RowError;
import io.renoz.settings.api.WrittenRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-25: drafts from files, a row a line; rows with one external reference are one order. */
@Component
public final class OrderImport implements ImportTarget {

    static final String REF = "externalRef";
    static final String CUSTOMER = "customerCode";
    private static final String SKU = "sku";
    private static final String DESCRIPTION = "description";
    private static final String QUANTITY = "quantity";
    private static final String PRICE = "unitPrice";

    private static final ImportDescription FORM = new ImportDescription(
            "order",
            Permissions.IMPORT,
            List.of(
                    ImportField.text(REF, "External reference", 255, "WEB-1", "WEB-1", "WEB-2")
                            .needed()
                            .hinting("the same for all lines of an order"),
                    ImportField.text(CUSTOMER, "Customer code", 30, "CUST-00001", "CUST-00001", "CUST-00002")
                            .needed(),
                    ImportField.of(DATE, "orderDate", "Order date", "", "", ""),
                    ImportField.of(DATE, "requiredDate", "Required date", "", "", ""),
                    ImportField.text("customerPoNumber", "Customer's order number", 100, "PO-7", "PO-7", ""),
                    ImportField.text("customerNotes", "Notes for the customer", 2000, "", "", ""),
                    ImportField.text(SKU, "SKU", 100, "PANEL-440", "", "PANEL-440")
                            .hinting("or a description with a price"),
                    ImportField.text(DESCRIPTION, "Description", 2000, "", "Scaffold", ""),
                    ImportField.of(DECIMAL, QUANTITY, "Quantity", "12", "1", "4")
                            .needed(),
                    ImportField.of(DECIMAL, PRICE, "Unit price", "", "450.00", ""),
                    ImportField.of(DECIMAL, "discountPercent", "Discount in percent", "", "", "5")),
            List.of(REF));

    private final Tables tables;
    private final CustomerDirectory customers;
    private final ProductCatalog catalog;
    private final ImportedDrafts drafts;

    @Activate
    public OrderImport(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference CustomerDirectory customers,
            @Reference ProductCatalog catalog,
            @Reference ImportedDrafts drafts) {
        this.tables = tables;
        this.customers = customers;
        this.catalog = catalog;
        this.drafts = drafts;
    }

    @Override
    public ImportDescription describe() {
        return FORM;
    }

    private static String ref(ImportRow row) {
        return Objects.requireNonNullElse(row.text(REF), "");
    }

    @Override
    public Map<Integer, UUID> matches(List<ImportRow> rows, ImportOptions options) {
        Map<String, UUID> known = known(rows).values().stream()
                .filter(order -> !drafts.madeBy(order, options.importId()))
                .collect(Collectors.toMap(order -> order.externalRef().orElseThrow(), Order::id));
        var found = new HashMap<Integer, UUID>();
        for (ImportRow row : rows) {
            Optional.ofNullable(known.get(ref(row))).ifPresent(id -> found.put(row.number(), id));
        }
        return found;
    }

    private Map<String, Order> known(List<ImportRow> rows) {
        List<String> refs = rows.stream().map(OrderImport::ref).distinct().toList();
        return tables.entities()
                .createQuery("select o from Order o where o.externalRef in :refs and o.deletedAt is null", Order.class)
                .setParameter("refs", refs)
                .getResultStream()
                .collect(Collectors.toMap(order -> order.externalRef().orElseThrow(), order -> order));
    }

    @Override
    public List<RowError> validate(List<ImportRow> rows, ImportOptions options) {
        var errors = new ArrayList<RowError>();
        var codes = new CustomerCodes(customers);
        Map<Integer, UUID> present = matches(rows, options);
        Map<String, UUID> first = new HashMap<>();
        for (ImportRow row : rows) {
            UUID customer = codes.of(row);
            if (customer == null) {
                errors.add(new RowError(row.number(), CUSTOMER, "not-found", "There is no such customer."));
            } else if (!first.computeIfAbsent(ref(row), ref -> customer).equals(customer)) {
                errors.add(new RowError(row.number(), CUSTOMER, "invalid", "An order is of one customer."));
            }
            validate(row, errors);
            if (present.containsKey(row.number()) && options.mode() == ImportMode.UPDATE) {
                errors.add(
                        new RowError(row.number(), REF, "invalid", "An import makes orders, it does not change any."));
            }
        }
        return errors;
    }

    private void validate(ImportRow row, List<RowError> errors) {
        BigDecimal quantity = row.value(QUANTITY, BigDecimal.class);
        if (quantity != null
                && (quantity.signum() <= 0 || quantity.stripTrailingZeros().scale() > 3)) {
            errors.add(new RowError(row.number(), QUANTITY, "invalid", "The quantity is above 0, with 3 places."));
        }
        BigDecimal price = row.value(PRICE, BigDecimal.class);
        if (price != null && (price.signum() < 0 || price.stripTrailingZeros().scale() > 2)) {
            errors.add(new RowError(row.number(), PRICE, "invalid", "A price is 0 or more, with 2 places."));
        }
        String sku = row.text(SKU);
        if (sku == null) {
            if (!row.has(DESCRIPTION)) {
                errors.add(new RowError(row.number(), SKU, "required", "Name a product, or say what it is."));
            }
            if (price == null) {
                errors.add(new RowError(row.number(), PRICE, "required", "A line without a product has a price."));
            }
            return;
        }
        Optional<ProductSummary> product = catalog.findBySku(sku);
        if (product.isEmpty()) {
            errors.add(new RowError(row.number(), SKU, "not-found", "There is no such product."));
        } else if (quantity != null && !product.get().takes(quantity)) {
            errors.add(new RowError(row.number(), QUANTITY, "invalid", "Of this product there are whole ones only."));
        }
    }

    /** An order that is there already is left alone, whatever the import wants; the rows of a new one make one draft. */
    @Override
    public List<WrittenRecord> write(List<ImportRow> rows, ImportOptions options) {
        Map<Integer, UUID> present =
                options.duplicates() == DuplicateHandling.CREATE ? Map.of() : matches(rows, options);
        Map<String, List<ImportRow>> orders = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            if (!present.containsKey(row.number())) {
                orders.computeIfAbsent(ref(row), ref -> new ArrayList<>()).add(row);
            }
        }
        if (orders.isEmpty() || options.mode() == ImportMode.UPDATE) {
            return List.of();
        }
        var codes = new CustomerCodes(customers);
        List<ImportedOrder> imported =
                orders.values().stream().map(group -> imported(group, codes)).toList();
        Map<String, Order> written = drafts.write(imported, options.importId());
        return orders.values().stream()
                .flatMap(Collection::stream)
                .map(row -> {
                    Order order = Objects.requireNonNull(written.get(ref(row)));
                    return new WrittenRecord(
                            row.number(), order.id(), order.version(), WrittenRecord.Outcome.CREATED, null);
                })
                .toList();
    }

    private ImportedOrder imported(List<ImportRow> group, CustomerCodes codes) {
        ImportRow head = group.get(0);
        return new ImportedOrder(
                ref(head),
                Objects.requireNonNull(codes.of(head)),
                head.value("orderDate", LocalDate.class),
                head.value("requiredDate", LocalDate.class),
                head.text("customerPoNumber"),
                head.text("customerNotes"),
                group.stream().map(this::line).toList());
    }

    private ImportedLine line(ImportRow row) {
        @Nullable String sku = row.text(SKU);
        return new ImportedLine(
                sku == null
                        ? null
                        : catalog.findBySku(sku).map(ProductSummary::id).orElse(null),
                row.text(DESCRIPTION),
                row.value(QUANTITY, BigDecimal.class),
                row.value(PRICE, BigDecimal.class),
                row.value("discountPercent", BigDecimal.class));
    }

    @Override
    public Set<Integer> undo(List<WrittenRecord> written) {
        Map<UUID, Integer> newest = written.stream()
                .collect(Collectors.toMap(WrittenRecord::id, WrittenRecord::version, Math::max, LinkedHashMap::new));
        Set<UUID> kept = newest.entrySet().stream()
                .filter(entry -> !drafts.takeBack(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return written.stream()
                .filter(record -> kept.contains(record.id()))
                .map(WrittenRecord::row)
                .collect(Collectors.toSet());
    }
}
