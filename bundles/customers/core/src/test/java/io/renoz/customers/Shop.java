package io.renoz.customers;

import io.renoz.customers.activity.Activities;
import io.renoz.customers.activity.ActivityHistory;
import io.renoz.customers.activity.ActivityResource;
import io.renoz.customers.activity.Conversation;
import io.renoz.customers.customer.Absorption;
import io.renoz.customers.customer.AddressResource;
import io.renoz.customers.customer.Addresses;
import io.renoz.customers.customer.BulkUpdateResource;
import io.renoz.customers.customer.ConsentResource;
import io.renoz.customers.customer.ContactResource;
import io.renoz.customers.customer.Contacts;
import io.renoz.customers.customer.CreditHoldResource;
import io.renoz.customers.customer.CustomerCodes;
import io.renoz.customers.customer.CustomerInput;
import io.renoz.customers.customer.CustomerResource;
import io.renoz.customers.customer.CustomerRows;
import io.renoz.customers.customer.CustomerView;
import io.renoz.customers.customer.Customers;
import io.renoz.customers.customer.Departures;
import io.renoz.customers.customer.HierarchyResource;
import io.renoz.customers.customer.Openings;
import io.renoz.customers.customer.Owners;
import io.renoz.customers.customer.PartRules;
import io.renoz.customers.customer.StatusResource;
import io.renoz.customers.health.CustomerMetricsResource;
import io.renoz.customers.health.Figures;
import io.renoz.customers.health.HealthDayResource;
import io.renoz.customers.health.HealthRun;
import io.renoz.customers.health.HealthSettings;
import io.renoz.customers.health.MetricsHistory;
import io.renoz.customers.health.MetricsResource;
import io.renoz.customers.merge.MergeAuditResource;
import io.renoz.customers.merge.MergeLog;
import io.renoz.customers.merge.MergeResource;
import io.renoz.customers.merge.Merging;
import io.renoz.customers.merge.OwnParts;
import io.renoz.customers.priority.AccountManagers;
import io.renoz.customers.priority.Priorities;
import io.renoz.customers.priority.PriorityResource;
import io.renoz.customers.summary.Sections;
import io.renoz.customers.summary.SummaryResource;
import io.renoz.customers.tag.CustomerTagResource;
import io.renoz.customers.tag.CustomerTags;
import io.renoz.customers.tag.TagResource;
import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** The module put together as the service registry would, over a real database and in an organization of its own. */
public final class Shop {

    public static final TestPlatform PLATFORM = TestPlatform.shared();

    private static final Tables tables = PLATFORM.tables("customers");

    public final Organization organization;
    public final Neighbours neighbours = new Neighbours();
    public final PartRules parts = new PartRules(tables, neighbours, PLATFORM.events(), neighbours.clock);
    public final CustomerRows rows = new CustomerRows(tables);
    public final CustomerCodes codes = new CustomerCodes(tables, neighbours, neighbours, neighbours.clock);
    public final Openings openings = new Openings(tables, rows, codes, parts);
    public final Departures departures = new Departures(neighbours.partners);
    public final CustomerResource customers = new CustomerResource(tables, rows, openings, parts, departures);
    public final BulkUpdateResource bulkUpdate = new BulkUpdateResource(tables);
    public final StatusResource status = new StatusResource(rows, PLATFORM.events());
    public final CreditHoldResource creditHold = new CreditHoldResource(rows, PLATFORM.events(), neighbours.clock);
    public final HierarchyResource hierarchy = new HierarchyResource(tables);
    public final ContactResource contacts = new ContactResource(tables, parts, PLATFORM.events(), neighbours.clock);
    public final ConsentResource consents = new ConsentResource(tables, parts, neighbours.clock);
    public final AddressResource addresses = new AddressResource(tables, parts);
    public final Customers directory = new Customers(tables, openings, neighbours, PLATFORM.events());
    public final Contacts people = new Contacts(tables, parts, neighbours.clock);
    public final Addresses addressBook = new Addresses(tables);
    public final Owners owners = new Owners(tables);

    private final Conversation conversation = new Conversation(tables, parts, PLATFORM.events());
    public final ActivityResource activities = new ActivityResource(tables, conversation, neighbours.clock);
    public final Activities log = new Activities(tables, conversation);

    public final TagResource tags = new TagResource(tables);
    public final CustomerTagResource customerTags = new CustomerTagResource(tables, neighbours.clock);
    private final CustomerTags tagging = new CustomerTags(tables);

    public final MetricsResource metrics = new MetricsResource(tables);
    public final CustomerMetricsResource customerMetrics = new CustomerMetricsResource(tables);
    public final HealthDayResource healthDays = new HealthDayResource(tables);
    public final Figures figures = new Figures(tables);
    public final HealthRun health = new HealthRun(
            tables, new HealthSettings(neighbours, neighbours, neighbours.gate, neighbours.clock), PLATFORM.events());

    private final Priorities priorities = new Priorities(tables);
    public final PriorityResource priority = new PriorityResource(priorities);
    public final AccountManagers accountManagers = new AccountManagers(tables);

    public final MergeResource merge = new MergeResource(new Merging(
            neighbours.partners,
            new Absorption(tables, rows, openings),
            new OwnParts(tagging, priorities, new ActivityHistory(tables), new MetricsHistory(tables)),
            new MergeLog(tables, PLATFORM.events(), neighbours.clock)));
    public final MergeAuditResource merges = new MergeAuditResource(tables);
    public final SummaryResource summary = new SummaryResource(
            tables, rows, priorities, tagging, new Sections(neighbours.partners, PLATFORM.transactions()));

    public Shop() {
        this(PLATFORM.organization());
    }

    private Shop(Organization organization) {
        this.organization = organization;
    }

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

    /** Opens an account from JSON. */
    public CustomerView open(String json) {
        return organization.call(
                () -> customers.create(Wire.read(json, CustomerInput.class)).body());
    }

    /** Opens accounts that have nothing but a name. */
    public CustomerView named(String name) {
        return open("{\"name\":\"" + name + "\"}");
    }

    /** The first contact of an account. */
    public static UUID firstContact(CustomerView customer) {
        return Objects.requireNonNull(customer.contacts().get(0).id());
    }

    /** The account as it is now. */
    public CustomerView read(UUID customer) {
        return organization.read(() -> customers.get(customer));
    }

    /** Changes an account as the user of the organization, in its present version. */
    public CustomerView patch(UUID customer, String json) {
        return patch(organization, customer, json);
    }

    public CustomerView patch(Organization as, UUID customer, String json) {
        return as.ifMatch(read(customer).version())
                .call(() -> customers.update(customer, Wire.patch(json, CustomerInput.class)));
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
}
