package io.renoz.pipeline;

import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.pipeline.opportunity.ActivityResource;
import io.renoz.pipeline.opportunity.Assignments;
import io.renoz.pipeline.opportunity.BoardResource;
import io.renoz.pipeline.opportunity.DealCustomers;
import io.renoz.pipeline.opportunity.Deals;
import io.renoz.pipeline.opportunity.FollowUps;
import io.renoz.pipeline.opportunity.Moves;
import io.renoz.pipeline.opportunity.OpenValue;
import io.renoz.pipeline.opportunity.Openings;
import io.renoz.pipeline.opportunity.Opportunities;
import io.renoz.pipeline.opportunity.OpportunityInput;
import io.renoz.pipeline.opportunity.OpportunityResource;
import io.renoz.pipeline.opportunity.OpportunityRows;
import io.renoz.pipeline.opportunity.OpportunityView;
import io.renoz.pipeline.quote.AcceptanceMethod;
import io.renoz.pipeline.quote.Conversion;
import io.renoz.pipeline.quote.DocumentResource;
import io.renoz.pipeline.quote.Drafting;
import io.renoz.pipeline.quote.ExpireQuotes;
import io.renoz.pipeline.quote.LineResource;
import io.renoz.pipeline.quote.OpportunityConversionResource;
import io.renoz.pipeline.quote.Outcomes;
import io.renoz.pipeline.quote.Papers;
import io.renoz.pipeline.quote.Pricing;
import io.renoz.pipeline.quote.QuoteCustomers;
import io.renoz.pipeline.quote.QuoteInput;
import io.renoz.pipeline.quote.QuoteResource;
import io.renoz.pipeline.quote.QuoteRows;
import io.renoz.pipeline.quote.QuoteView;
import io.renoz.pipeline.quote.Quotes;
import io.renoz.pipeline.quote.Scrutiny;
import io.renoz.pipeline.quote.Sending;
import io.renoz.pipeline.quote.VersionResource;
import io.renoz.pipeline.reason.ReasonResource;
import io.renoz.pipeline.reason.Reasons;
import io.renoz.pipeline.report.Figures;
import io.renoz.pipeline.report.ForecastResource;
import io.renoz.pipeline.report.WinLossResource;
import io.renoz.products.total.Totals;
import io.renoz.settings.attachment.AttachmentStore;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The module put together as the service registry would, over a real database and in an organization of its own. */
public final class Firm {

    public static final TestPlatform PLATFORM = TestPlatform.shared();

    private static final Tables tables = PLATFORM.tables("pipeline");

    public final Organization organization = PLATFORM.organization();
    public final Neighbours neighbours = new Neighbours();
    public final Goods goods = new Goods();

    private final Parties parties = new Parties(
            neighbours.customerDirectory,
            neighbours.contactDirectory,
            neighbours.addressBook,
            neighbours.credit,
            neighbours.userDirectory);
    public final Numbers numbers = new Numbers(neighbours.sequences, neighbours.organizations, neighbours.clock);
    public final Reasons reasons = new Reasons(tables);
    public final ReasonResource reasonResource = new ReasonResource(tables, reasons);
    private final OpenValue openValue = new OpenValue(tables, neighbours.figures, neighbours.clock);
    public final OpportunityRows opportunityRows = new OpportunityRows(tables);
    public final Moves moves = new Moves(tables, reasons, numbers, PLATFORM.events(), neighbours.clock);
    public final Deals deals = new Deals(tables, moves, reasons, openValue);
    private final Openings openings =
            new Openings(tables, opportunityRows, parties, numbers, moves, deals, openValue, PLATFORM.events());
    public final OpportunityResource opportunities = new OpportunityResource(opportunityRows, openings, moves);
    public final Opportunities directory = new Opportunities(tables, openings, input -> List.of());
    public final BoardResource board = new BoardResource(tables, opportunityRows);
    public final ActivityResource activities = new ActivityResource(tables, parties, deals, moves);
    public final Assignments assignments = new Assignments(tables, PLATFORM.events());
    public final FollowUps followUps = new FollowUps(tables, PLATFORM.events(), neighbours.notifications, numbers);
    public final DealCustomers dealCustomers = new DealCustomers(tables, openValue);

    private final AttachmentStore attachments = new AttachmentStore(
            PLATFORM.tables("settings"),
            PLATFORM.blobs(),
            PLATFORM.contentTypes(),
            neighbours.reader,
            PLATFORM.events());
    private final Papers papers =
            new Papers(neighbours.renderer, neighbours.templates, neighbours.organizations, parties);
    public final QuoteRows quoteRows = new QuoteRows(tables, deals);
    private final Drafting drafting = new Drafting(
            tables,
            parties,
            deals,
            numbers,
            neighbours.organizations,
            new Pricing(goods.catalog, goods.prices, goods.rates, neighbours.organizations),
            new Totals(neighbours.reader),
            new Scrutiny(neighbours.reader));
    private final Sending sending = new Sending(
            tables, papers, attachments, parties, deals, neighbours.reader, PLATFORM.events(), neighbours.clock);
    private final Conversion conversion =
            new Conversion(tables, quoteRows, neighbours.partners, deals, PLATFORM.events(), neighbours.clock);
    private final Outcomes outcomes =
            new Outcomes(tables, sending, conversion, deals, reasons, numbers, neighbours.reader, PLATFORM.events());
    public final QuoteResource quotes = new QuoteResource(tables, quoteRows, drafting, sending, outcomes, conversion);
    public final LineResource lines = new LineResource(tables, quoteRows, drafting);
    public final VersionResource versions = new VersionResource(quoteRows);
    public final DocumentResource documents = new DocumentResource(tables, quoteRows, papers, attachments);
    public final OpportunityConversionResource dealConversion =
            new OpportunityConversionResource(tables, opportunityRows, quoteRows, conversion);
    public final Quotes quoteDirectory = new Quotes(tables, quoteRows);
    public final QuoteCustomers quoteCustomers = new QuoteCustomers(tables);
    public final ExpireQuotes expiry = new ExpireQuotes(tables, outcomes, numbers);

    public final Figures figures = new Figures(tables);
    public final ForecastResource forecast = new ForecastResource(tables, numbers);
    public final WinLossResource winLoss = new WinLossResource(tables, numbers);

    public final UUID customer = customer("Acme");

    /** A new customer. */
    public UUID customer(String name) {
        UUID id = Ids.next();
        organization.sql(
                "customers",
                "insert into customers.customers (id, customer_code, name) values (?, ?, ?)",
                id,
                id.toString().substring(9, 36),
                name);
        neighbours.customer(id, name, false);
        return id;
    }

    /** A person at a customer. */
    public UUID contact(UUID of, @Nullable String email) {
        UUID id = Ids.next();
        organization.sql(
                "customers",
                "insert into customers.contacts (id, customer_id, first_name, last_name) values (?, ?, 'Ann', 'Lee')",
                id,
                of);
        neighbours.contact(id, of, email);
        return id;
    }

    /** A place of a customer. */
    public UUID address(UUID of) {
        UUID id = Ids.next();
        organization.sql(
                "customers",
                "insert into customers.addresses (id, customer_id, street1, city, postcode, country)"
                        + " values (?, ?, '1 High St', 'Sydney', '2000', 'AU')",
                id,
                of);
        neighbours.address(id, of);
        return id;
    }

    /** A user of the organization. */
    public UUID hired() {
        UUID id = Ids.next();
        organization.sql(
                "users", "insert into users.users (id, email, name) values (?, ?, 'Tess Ter')", id, id + "@test");
        neighbours.user(id);
        return id;
    }

    /** A product. */
    public UUID product(String sku, String price, @Nullable String floor, @Nullable String cost) {
        UUID id = Ids.next();
        UUID tax = Ids.next();
        organization.sql("products", "insert into products.tax_codes (id, code, name) values (?, ?, 'GST')", tax, sku);
        organization.sql(
                "products",
                "insert into products.products (id, sku, name, tax_code_id) values (?, ?, ?, ?)",
                id,
                sku,
                "Product " + sku,
                tax);
        goods.add(id, sku, price, floor, cost);
        return id;
    }

    /** An opportunity of the customer, with more of JSON. */
    public OpportunityView deal(String more) {
        String json = "{\"title\": \"Roof\", \"customerId\": \"" + customer + "\"" + more + "}";
        return organization.call(() ->
                opportunities.create(Wire.read(json, OpportunityInput.class)).body());
    }

    public OpportunityView deal(UUID id) {
        return organization.read(() -> opportunities.get(id));
    }

    /** Moves a card as it is now. */
    public OpportunityView move(UUID id, Moves.Move move) {
        return organization.ifMatch(deal(id).version()).call(() -> opportunities.move(id, move));
    }

    public OpportunityView patchDeal(UUID id, String json) {
        return organization
                .ifMatch(deal(id).version())
                .call(() -> opportunities.update(id, Wire.patch(json, OpportunityInput.class)));
    }

    /** A quote for the customer, with more of JSON. */
    public QuoteView quote(String more) {
        return quote(organization, more);
    }

    public QuoteView quote(Organization as, String more) {
        String json = "{\"customerId\": \"" + customer + "\"" + more + "}";
        return as.call(() -> quotes.create(Wire.read(json, QuoteInput.class)).body());
    }

    /** A quote of one line of 100.00. */
    public QuoteView plainQuote(String more) {
        return quote(", \"lines\": [{\"description\": \"Work\", \"unitPrice\": 100.00}]" + more);
    }

    public QuoteView quote(UUID id) {
        return organization.read(() -> quotes.get(id));
    }

    public QuoteView patchQuote(UUID id, String json) {
        return organization
                .ifMatch(quote(id).version())
                .call(() -> quotes.update(id, Wire.patch(json, QuoteInput.class)));
    }

    public QuoteView sent(UUID id) {
        return organization.call(() -> quotes.markSent(id, new QuoteResource.Sent("by hand")));
    }

    public QuoteView accepted(UUID id, int version) {
        return organization.call(() ->
                quotes.accept(id, new Outcomes.Acceptance(version, AcceptanceMethod.STAFF, "Ann Lee", "PO-7", null)));
    }

    /** A reason, from JSON without its braces. */
    public UUID reason(String json) {
        return organization
                .call(() -> reasonResource.create(Wire.read("{" + json + "}", ReasonResource.Input.class)))
                .body()
                .id();
    }

    /** Names of the events that were told of a record, in order. */
    public List<String> told(UUID record) {
        return PLATFORM.published().stream()
                .filter(event -> event.aggregateId().equals(record))
                .map(event -> event.name())
                .toList();
    }
}
