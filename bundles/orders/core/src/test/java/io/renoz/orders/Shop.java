package io.renoz.orders;

import io.renoz.customers.customer.Addresses;
import io.renoz.customers.customer.Contacts;
import io.renoz.customers.customer.CustomerCodes;
import io.renoz.customers.customer.CustomerRows;
import io.renoz.customers.customer.Customers;
import io.renoz.customers.customer.Openings;
import io.renoz.customers.customer.PartRules;
import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.orders.amendment.AmendmentResource;
import io.renoz.orders.amendment.Amendments;
import io.renoz.orders.amendment.Application;
import io.renoz.orders.directory.Figures;
import io.renoz.orders.directory.Intake;
import io.renoz.orders.directory.Orders;
import io.renoz.orders.ending.CancelResource;
import io.renoz.orders.ending.Cancelling;
import io.renoz.orders.ending.CloseRemainderResource;
import io.renoz.orders.fulfilment.Serials;
import io.renoz.orders.fulfilment.Shares;
import io.renoz.orders.fulfilment.Withdrawal;
import io.renoz.orders.invoice.AutomaticInvoices;
import io.renoz.orders.invoice.Invoices;
import io.renoz.orders.order.AddressResource;
import io.renoz.orders.order.Amending;
import io.renoz.orders.order.CalculateResource;
import io.renoz.orders.order.Changing;
import io.renoz.orders.order.ConfirmResource;
import io.renoz.orders.order.ConfirmResource.Confirmation;
import io.renoz.orders.order.Confirming;
import io.renoz.orders.order.CreditCheck;
import io.renoz.orders.order.Drafting;
import io.renoz.orders.order.Drafts;
import io.renoz.orders.order.Expansion;
import io.renoz.orders.order.LineResource;
import io.renoz.orders.order.NewDrafts;
import io.renoz.orders.order.OrderInput;
import io.renoz.orders.order.OrderResource;
import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.order.Progress;
import io.renoz.orders.order.Remainder;
import io.renoz.orders.order.Reserving;
import io.renoz.orders.order.Revision;
import io.renoz.orders.order.Settlement;
import io.renoz.orders.payment.Dates;
import io.renoz.orders.template.CreateOrderResource;
import io.renoz.orders.template.TemplateResource;
import io.renoz.orders.template.TemplateRules;
import io.renoz.products.total.Totals;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import io.renoz.users.api.UserDirectory;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The module put together as the service registry would, over a real database and in an organization of its own. */
public final class Shop {

    public static final TestPlatform PLATFORM = TestPlatform.shared();

    public static final Tables tables = PLATFORM.tables("orders");
    private static final Tables accounts = PLATFORM.tables("customers");

    public final Organization organization = PLATFORM.organization();
    public final Neighbours neighbours = new Neighbours();
    public final Shelf shelf = new Shelf(organization);

    private final PartRules parts = new PartRules(accounts, neighbours, PLATFORM.events(), neighbours.clock);
    private final CustomerRows customerRows = new CustomerRows(accounts);
    private final Openings openings = new Openings(
            accounts, customerRows, new CustomerCodes(accounts, neighbours, neighbours, neighbours.clock), parts);
    public final Customers customers = new Customers(accounts, openings, neighbours, PLATFORM.events());
    private final Contacts contacts = new Contacts(accounts, parts, neighbours.clock);
    private final Addresses book = new Addresses(accounts);

    public final OrderRows rows = new OrderRows(tables);
    public final OrderSequences sequences = new OrderSequences(neighbours);
    public final PeriodLock periodLock = new PeriodLock(neighbours);
    public final Settlement settlement = new Settlement(tables, neighbours, neighbours.clock);
    public final Progress progress = new Progress(PLATFORM.events(), neighbours, neighbours.clock);
    public final Drafting drafting = new Drafting(
            neighbours,
            customers,
            contacts,
            book,
            shelf,
            shelf,
            shelf,
            new Totals(neighbours),
            neighbours.partners,
            neighbours.clock);
    public final Drafts drafts = new Drafts(tables, rows, drafting, settlement, sequences);
    public final NewDrafts newDrafts = new NewDrafts(drafts);
    public final Revision revision = new Revision(tables, rows, drafting, settlement);
    public final OrderResource orders = new OrderResource(tables, rows, drafts, revision);
    public final LineResource lines = new LineResource(tables, revision);
    public final AddressResource addresses = new AddressResource(tables, revision);
    public final CalculateResource calculate = new CalculateResource(drafting, nobody());
    public final Expansion expansion = new Expansion(shelf, shelf);
    public final CreditCheck credit = new CreditCheck(tables, customers);
    public final Reserving reserving = new Reserving(neighbours.partners, shelf, neighbours, new Shares(tables));
    public final Dates dates = new Dates(periodLock, neighbours, neighbours.clock);
    public final Invoices invoices = new Invoices(tables, settlement, dates, sequences, PLATFORM.events());
    public final Confirming confirming = new Confirming(
            tables,
            customers,
            shelf,
            shelf,
            neighbours.partners,
            neighbours,
            PLATFORM.events(),
            neighbours.clock,
            expansion,
            credit,
            reserving,
            settlement,
            new AutomaticInvoices(neighbours, invoices));
    public final ConfirmResource confirm = new ConfirmResource(rows, confirming);
    public final Changing changing = new Changing(drafting, expansion);
    public final Amending amending =
            new Amending(changing, credit, reserving, settlement, progress, periodLock, PLATFORM.events());
    public final Amendments amendments =
            new Amendments(tables, changing, neighbours, PLATFORM.events(), neighbours.clock);
    public final Cancelling cancelling = new Cancelling(
            new Withdrawal(tables, reserving, new Serials(tables)),
            amendments,
            settlement,
            PLATFORM.events(),
            neighbours.clock);
    public final CancelResource cancel = new CancelResource(tables, rows, cancelling);
    public final CloseRemainderResource closeRemainder = new CloseRemainderResource(
            tables,
            rows,
            new Withdrawal(tables, reserving, new Serials(tables)),
            new Remainder(drafting, amending),
            amendments,
            periodLock,
            PLATFORM.events());
    public final AmendmentResource amendmentRecords = new AmendmentResource(
            amendments, new Application(tables, amendments, amending, cancelling, PLATFORM.events()));
    public final TemplateResource templates = new TemplateResource(tables, new TemplateRules(customers, shelf));
    public final CreateOrderResource createOrder = new CreateOrderResource(tables, newDrafts, shelf, neighbours.clock);
    public final Orders directory = new Orders(tables);
    public final Intake intake = new Intake(drafts, newDrafts);
    public final Figures figures = new Figures(tables, neighbours, neighbours.clock);

    /** A new user of the organization, acting with some permissions. */
    public Organization user(String... permissions) {
        return organization.as(hired(), permissions);
    }

    /** A new user of the organization. */
    public UUID hired() {
        UUID id = Ids.next();
        organization.sql(
                "users", "insert into users.users (id, email, name) values (?, ?, 'Tess Ter')", id, id + "@test");
        return id;
    }

    /** A customer with a billing address. */
    public UUID customer(String name) {
        return customer(name, null);
    }

    /** The same, who may owe so much. */
    public UUID customer(String name, @Nullable String limit) {
        UUID id = Ids.next();
        organization.sql(
                "customers",
                "insert into customers.customers (id, customer_code, name, legal_name, tax_id, credit_limit)"
                        + " values (?, ?, ?, ?, '11 222 333 444', cast(nullif(?, '') as numeric))",
                id,
                "C-" + id.toString().substring(24),
                name,
                name + " Pty Ltd",
                limit == null ? "" : limit);
        address(id, "billing");
        return id;
    }

    /** An address of a customer, the first of its type. */
    public UUID address(UUID customer, String type) {
        UUID id = Ids.next();
        organization.sql(
                "customers",
                "insert into customers.addresses"
                        + " (id, customer_id, type, is_primary, street1, city, postcode, country)"
                        + " values (?, ?, ?, true, '7 " + type + " Rd', 'Perth', '6000', 'AU')",
                id,
                customer,
                type);
        return id;
    }

    /** Drafts an order from JSON. */
    public OrderView draft(String json) {
        return organization.call(() -> orders.create(input(json)).body());
    }

    public static OrderInput input(String json) {
        return Wire.read(json, OrderInput.class);
    }

    /** Drafts an order of one line. */
    public OrderView draft(UUID customer, UUID product, int quantity) {
        return draft("{\"customerId\":\"%s\",\"lines\":[{\"productId\":\"%s\",\"quantity\":%d}]}"
                .formatted(customer, product, quantity));
    }

    /** Confirms an order in its present version. */
    public OrderView confirm(UUID order) {
        return confirm(organization, order);
    }

    public OrderView confirm(Organization as, UUID order) {
        return as.ifMatch(read(order).version()).call(() -> confirm.confirm(order, new Confirmation(null)));
    }

    /** The order as it is now. */
    public OrderView read(UUID order) {
        return organization.read(() -> orders.get(order));
    }

    /** Changes an order in its present version. */
    public OrderView patch(UUID order, String json) {
        return organization
                .ifMatch(read(order).version())
                .call(() -> orders.update(order, Wire.patch(json, OrderInput.class)));
    }

    /** Names of the events that were told of a record, in order. */
    public List<String> told(UUID record) {
        return PLATFORM.published().stream()
                .filter(event -> event.aggregateId().equals(record))
                .map(event -> event.name())
                .toList();
    }

    public <T> T in(Supplier<T> work) {
        return organization.call(work::get);
    }

    /** Users of whom there are none. */
    private static UserDirectory nobody() {
        return (UserDirectory) Proxy.newProxyInstance(
                UserDirectory.class.getClassLoader(),
                new Class<?>[] {UserDirectory.class},
                (self, method, arguments) -> Optional.empty());
    }
}
