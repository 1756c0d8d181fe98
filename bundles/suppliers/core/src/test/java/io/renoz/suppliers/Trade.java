package io.renoz.suppliers;

import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.suppliers.agreement.AgreementInput;
import io.renoz.suppliers.agreement.AgreementResource;
import io.renoz.suppliers.agreement.AgreementView;
import io.renoz.suppliers.agreement.Agreements;
import io.renoz.suppliers.price.PriceBook;
import io.renoz.suppliers.price.PriceChangeInput;
import io.renoz.suppliers.price.PriceChangeResource;
import io.renoz.suppliers.price.PriceChangeView;
import io.renoz.suppliers.price.PriceChanges;
import io.renoz.suppliers.price.PriceHistoryResource;
import io.renoz.suppliers.price.PriceInput;
import io.renoz.suppliers.price.PriceLedger;
import io.renoz.suppliers.price.PriceListResource;
import io.renoz.suppliers.price.PriceListing;
import io.renoz.suppliers.price.PriceRun;
import io.renoz.suppliers.price.PriceView;
import io.renoz.suppliers.price.SupplierPrices;
import io.renoz.suppliers.supplier.AddressResource;
import io.renoz.suppliers.supplier.ContactResource;
import io.renoz.suppliers.supplier.MetricsRun;
import io.renoz.suppliers.supplier.OpenOrders;
import io.renoz.suppliers.supplier.PerformanceResource;
import io.renoz.suppliers.supplier.RecordTypes;
import io.renoz.suppliers.supplier.Registration;
import io.renoz.suppliers.supplier.StatusResource;
import io.renoz.suppliers.supplier.SupplierCodes;
import io.renoz.suppliers.supplier.SupplierInput;
import io.renoz.suppliers.supplier.SupplierResource;
import io.renoz.suppliers.supplier.SupplierRows;
import io.renoz.suppliers.supplier.SupplierView;
import io.renoz.suppliers.supplier.Suppliers;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Suppliers and their prices put together as the service registry would, in an organization of its own. */
public final class Trade {

    public static final TestPlatform PLATFORM = TestPlatform.shared();

    private static final Tables tables = PLATFORM.tables("suppliers");

    public final Organization organization;
    public final Neighbours neighbours = new Neighbours();
    public final Shelf shelf;

    private final SupplierRows rows = new SupplierRows(tables);
    public final OpenOrders openOrders = new OpenOrders(tables);
    public final Registration registration = new Registration(
            rows, new SupplierCodes(tables, neighbours, neighbours, neighbours.clock), neighbours, neighbours);
    public final SupplierResource suppliers = new SupplierResource(tables, rows, registration, openOrders);
    public final StatusResource status = new StatusResource(tables, rows, PLATFORM.events());
    public final ContactResource contacts = new ContactResource(tables);
    public final AddressResource addresses = new AddressResource(tables, neighbours);
    public final PerformanceResource performance = new PerformanceResource(tables);
    public final Suppliers directory = new Suppliers(tables);
    public final RecordTypes types = new RecordTypes(tables);
    public final MetricsRun metrics = new MetricsRun(tables, neighbours, neighbours, neighbours.clock);
    public final SuppliersLifecycle lifecycle = new SuppliersLifecycle(neighbours, openOrders);
    public final ProductReferences productReferences = new ProductReferences(tables);

    public final PriceBook book = new PriceBook(tables);
    public final SupplierPrices pricing = new SupplierPrices(tables, book, neighbours);
    public final PriceListResource prices;
    public final PriceChangeResource priceChanges;
    public final PriceHistoryResource priceHistory = new PriceHistoryResource(tables);
    public final PriceRun priceRun;
    public final AgreementResource agreements;

    public Trade() {
        organization = PLATFORM.organization();
        shelf = new Shelf(organization);
        var references = new References(directory, shelf);
        var selfApproval = new SelfApproval(neighbours);
        var ledger = new PriceLedger(tables, neighbours, neighbours, PLATFORM.events(), neighbours.clock);
        var changes = new PriceChanges(tables, ledger);
        prices = new PriceListResource(new PriceListing(tables, references, ledger), ledger, references, pricing);
        priceChanges = new PriceChangeResource(tables, changes, ledger, selfApproval);
        priceRun = new PriceRun(tables, changes, ledger, neighbours, PLATFORM.events(), neighbours);
        agreements = new AgreementResource(
                new Agreements(tables, references, neighbours, neighbours, neighbours.clock),
                selfApproval,
                neighbours.clock);
    }

    /** A new user of the organization. */
    public UUID hired() {
        UUID id = Ids.next();
        organization.sql(
                "users", "insert into users.users (id, email, name) values (?, ?, 'Tess Ter')", id, id + "@test");
        return id;
    }

    /** A new user of the organization, acting with some permissions. */
    public Organization user(String... permissions) {
        return organization.as(hired(), permissions);
    }

    public <T> T in(Supplier<T> work) {
        return organization.call(work::get);
    }

    /** A supplier from JSON. */
    public SupplierView open(String json) {
        return in(() -> suppliers.create(Wire.read(json, SupplierInput.class)).body());
    }

    /** A supplier that has nothing but a name. */
    public SupplierView named(String name) {
        return open("{\"name\": \"" + name + "\"}");
    }

    /** The supplier as it is now. */
    public SupplierView read(UUID supplier) {
        return organization.read(() -> suppliers.get(supplier));
    }

    public SupplierView patch(UUID supplier, String json) {
        return organization
                .ifMatch(read(supplier).version())
                .call(() -> suppliers.update(supplier, Wire.patch(json, SupplierInput.class)));
    }

    /** An active price; {@code more} are further JSON members, each after a comma. */
    public PriceView price(UUID supplier, UUID product, String basePrice, String more) {
        return in(() -> prices.create(Wire.read(
                        "{\"status\": \"active\", \"supplierId\": \"" + supplier + "\", \"productId\": \"" + product
                                + "\", \"basePrice\": " + basePrice + more + "}",
                        PriceInput.class))
                .body());
    }

    public PriceView patchPrice(Organization as, UUID price, String json) {
        int version = organization.read(() -> prices.get(price)).version();
        return as.ifMatch(version).call(() -> prices.update(price, Wire.patch(json, PriceInput.class)));
    }

    public PriceChangeView ask(Organization as, String json) {
        return as.call(() ->
                priceChanges.create(Wire.read(json, PriceChangeInput.class)).body());
    }

    /** A draft of an agreement. */
    public AgreementView agreement(Organization as, UUID supplier, String more) {
        return as.call(() -> agreements
                .create(Wire.read(
                        "{\"supplierId\": \"" + supplier + "\", \"title\": \"Year\"" + more + "}",
                        AgreementInput.class))
                .body());
    }

    /** An agreement in force. */
    public AgreementView agreed(UUID supplier, String more) {
        UUID id = agreement(user("*"), supplier, more).id();
        user("*").call(() -> agreements.submit(id));
        return user("*").call(() -> agreements.decide(id, new Decision(Decision.Outcome.APPROVED, null)));
    }

    /** A purchase order with one line, as it is in the database. */
    public UUID ordered(UUID supplier, UUID product, String status, LocalDate day, String quantity, String unitPrice) {
        UUID order = Ids.next();
        BigDecimal total =
                new BigDecimal(quantity).multiply(new BigDecimal(unitPrice)).setScale(2);
        organization.sql(
                "suppliers",
                "insert into suppliers.purchase_orders (id, po_number, supplier_id, supplier_name, status, order_date,"
                        + " currency, subtotal, total_amount, total_amount_base) values (?, ?, ?, 'S', ?, ?, 'AUD', ?, ?, ?)",
                order,
                "PO-" + order.toString().substring(20),
                supplier,
                status,
                java.sql.Date.valueOf(day),
                total,
                total,
                total);
        organization.sql(
                "suppliers",
                "insert into suppliers.purchase_order_items (purchase_order_id, line_number, product_id, product_name,"
                        + " quantity, unit_price, line_subtotal, line_total) values (?, 1, ?, 'P', ?, ?, ?, ?)",
                order,
                product,
                new BigDecimal(quantity),
                new BigDecimal(unitPrice),
                total,
                total);
        return order;
    }

    /** Names of the events that were told of a record, in order. */
    public List<String> told(UUID record) {
        return PLATFORM.published().stream()
                .filter(event -> event.aggregateId().equals(record))
                .map(event -> event.name())
                .toList();
    }
}
