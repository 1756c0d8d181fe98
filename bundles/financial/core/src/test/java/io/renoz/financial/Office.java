package io.renoz.financial;

import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.financial.credit.ApplicationResource;
import io.renoz.financial.credit.CreditNoteDesk;
import io.renoz.financial.credit.CreditNoteInput;
import io.renoz.financial.credit.CreditNoteLineResource;
import io.renoz.financial.credit.CreditNoteResource;
import io.renoz.financial.credit.CreditNoteRows;
import io.renoz.financial.credit.CreditNoteView;
import io.renoz.financial.credit.CreditPaper;
import io.renoz.financial.credit.Creditables;
import io.renoz.financial.credit.Drafts;
import io.renoz.financial.credit.FromOrderResource;
import io.renoz.financial.credit.Issuing;
import io.renoz.financial.credit.Pricing;
import io.renoz.financial.credit.ReversalResource;
import io.renoz.financial.credit.Uses;
import io.renoz.financial.plan.Following;
import io.renoz.financial.plan.InstalmentJob;
import io.renoz.financial.plan.InstalmentPaymentResource;
import io.renoz.financial.plan.InstalmentResource;
import io.renoz.financial.plan.PlanResource;
import io.renoz.financial.plan.Plans;
import io.renoz.financial.plan.Upkeep;
import io.renoz.financial.receivable.AccountSection;
import io.renoz.financial.receivable.Aging;
import io.renoz.financial.receivable.AgingResource;
import io.renoz.financial.receivable.PeriodLockResource;
import io.renoz.financial.receivable.ReceivablesDesk;
import io.renoz.financial.reminder.Candidates;
import io.renoz.financial.reminder.ReminderHistoryResource;
import io.renoz.financial.reminder.ReminderJob;
import io.renoz.financial.reminder.ReminderPolicy;
import io.renoz.financial.reminder.ReminderResource;
import io.renoz.financial.reminder.ReminderSettingsResource;
import io.renoz.financial.reminder.ReminderTemplateResource;
import io.renoz.financial.reminder.Sending;
import io.renoz.financial.revenue.DeferralResource;
import io.renoz.financial.revenue.Delivering;
import io.renoz.financial.revenue.RecognitionPlanResource;
import io.renoz.financial.revenue.RecognitionResource;
import io.renoz.financial.revenue.RecognizeJob;
import io.renoz.financial.revenue.Releasing;
import io.renoz.financial.revenue.Revenue;
import io.renoz.financial.revenue.Takebacks;
import io.renoz.financial.statement.Making;
import io.renoz.financial.statement.StatementLineResource;
import io.renoz.financial.statement.StatementPaper;
import io.renoz.financial.statement.StatementResource;
import io.renoz.orders.OrderSequences;
import io.renoz.orders.PeriodLock;
import io.renoz.orders.api.NewPayment;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderSummary;
import io.renoz.orders.api.PaymentMethod;
import io.renoz.orders.directory.Orders;
import io.renoz.orders.order.Settlement;
import io.renoz.orders.payment.Credits;
import io.renoz.orders.payment.Dates;
import io.renoz.orders.payment.Ledger;
import io.renoz.orders.payment.LedgerReads;
import io.renoz.orders.payment.Payments;
import io.renoz.platform.documents.PdfMaker;
import io.renoz.products.total.Totals;
import io.renoz.settings.attachment.AttachmentStore;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The module put together as the service registry would, over a real database and the real ledger of orders. */
public final class Office {

    public static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final Tables TABLES = PLATFORM.tables("financial");
    private static final Tables ORDERS = PLATFORM.tables("orders");

    public final Organization organization = PLATFORM.organization();
    public final Neighbours neighbours = new Neighbours();
    public final Shelf shelf = new Shelf();
    public final Totals totals = new Totals(neighbours);

    private final Dates dates = new Dates(new PeriodLock(neighbours), neighbours, neighbours.clock);
    private final io.renoz.orders.payment.Books accounts = new io.renoz.orders.payment.Books(
            ORDERS, new Settlement(ORDERS, neighbours, neighbours.clock), PLATFORM.events());
    public final OrderDirectory orders = new Orders(ORDERS);
    public final Ledger ledger = new Ledger(
            ORDERS,
            accounts,
            new Payments(ORDERS, accounts, dates, new OrderSequences(neighbours), PLATFORM.events()),
            new Credits(ORDERS, accounts, dates, PLATFORM.events()),
            new LedgerReads(ORDERS, dates));
    public final AttachmentStore attachments = new AttachmentStore(
            PLATFORM.tables("settings"), PLATFORM.blobs(), PLATFORM.contentTypes(), neighbours, PLATFORM.events());

    public final Books books = new Books(neighbours, neighbours, neighbours.clock);
    public final Turns turns = new Turns(TABLES);
    private final Papers papers = new Papers(neighbours, new PdfMaker(), attachments, neighbours.addresses, books);
    private final Outgoing outgoing =
            new Outgoing(neighbours.gate, neighbours.contacts, attachments, PLATFORM.mailer());

    private final CreditNoteRows notes = new CreditNoteRows(TABLES);
    private final Creditables creditables = new Creditables(TABLES, orders, totals);
    private final Pricing pricing = new Pricing(TABLES, totals);
    private final Drafts drafts = new Drafts(notes, creditables, pricing, orders, neighbours.customers, shelf, books);
    private final Uses uses = new Uses(TABLES, ledger, neighbours, PLATFORM.events(), books);
    private final Revenue revenue = new Revenue(TABLES, creditables, PLATFORM.events());
    private final Takebacks takebacks = new Takebacks(TABLES, revenue);
    private final Issuing issuing = new Issuing(
            TABLES,
            notes,
            creditables,
            pricing,
            uses,
            new CreditPaper(papers, books),
            takebacks,
            orders,
            neighbours,
            PLATFORM.events(),
            turns,
            books);
    public final CreditNoteResource creditNotes =
            new CreditNoteResource(TABLES, notes, drafts, issuing, uses, papers, outgoing, PLATFORM.events(), books);
    public final CreditNoteLineResource creditLines = new CreditNoteLineResource(TABLES);
    public final ApplicationResource applications = new ApplicationResource(TABLES);
    public final CreditNoteResource credit = creditNotes;
    public final FromOrderResource fromOrder = new FromOrderResource(drafts, creditables, orders, turns);
    public final ReversalResource reversals = new ReversalResource(TABLES, notes, uses);
    public final CreditNoteDesk desk = new CreditNoteDesk(TABLES, drafts, issuing, creditables, orders, turns);

    private final Upkeep upkeep = new Upkeep(TABLES, ledger, PLATFORM.events(), books);
    private final io.renoz.financial.plan.Payments allocations =
            new io.renoz.financial.plan.Payments(TABLES, upkeep, orders, ledger, turns, books);
    public final Plans plans = new Plans(TABLES, upkeep, allocations, orders, turns);
    public final PlanResource plan = new PlanResource(plans);
    public final InstalmentResource instalments =
            new InstalmentResource(TABLES, upkeep, allocations, orders, turns, books);
    public final InstalmentPaymentResource instalmentPayments = new InstalmentPaymentResource(TABLES);
    public final Following following = new Following(TABLES, upkeep, allocations, orders, turns);
    public final InstalmentJob instalmentJob = new InstalmentJob(TABLES, upkeep, books);

    public final ReminderPolicy policy = new ReminderPolicy(TABLES);
    public final ReminderSettingsResource reminderSettings = new ReminderSettingsResource(TABLES, policy);
    public final ReminderTemplateResource steps = new ReminderTemplateResource(TABLES);
    public final ReminderHistoryResource reminders = new ReminderHistoryResource(TABLES);
    private final Candidates candidates = new Candidates(TABLES, policy, ledger, books);
    public final Sending sending = new Sending(
            TABLES, policy, orders, ledger, attachments, new People(), outgoing, PLATFORM.events(), turns, books);
    public final ReminderResource reminding =
            new ReminderResource(candidates, sending, orders, outgoing, policy, books);
    public final ReminderJob reminderJob = new ReminderJob(policy, candidates, sending, outgoing, books);

    public final Aging aging = new Aging(ledger);
    public final AgingResource agingReport = new AgingResource(TABLES, aging, ledger, neighbours.customers, books);
    public final ReceivablesDesk receivables = new ReceivablesDesk(aging, ledger, neighbours.customers, desk);
    public final Trail trail = new Trail();
    public final PeriodLockResource periodLock =
            new PeriodLockResource(neighbours, trail, PLATFORM.events(), turns, books);
    public final AccountSection section = new AccountSection(TABLES, aging, desk, books);

    public final StatementResource statements = new StatementResource(
            TABLES,
            new Making(
                    TABLES,
                    neighbours.customers,
                    orders,
                    ledger,
                    aging,
                    neighbours,
                    new StatementPaper(papers, books),
                    PLATFORM.events(),
                    books),
            papers,
            outgoing,
            PLATFORM.events(),
            books);
    public final StatementLineResource statementLines = new StatementLineResource(TABLES);

    private final Releasing releasing = new Releasing(TABLES, revenue, orders, turns, books);
    public final RecognitionResource recognition =
            new RecognitionResource(TABLES, revenue, takebacks, orders, turns, books);
    public final RecognitionPlanResource recognitionPlan =
            new RecognitionPlanResource(TABLES, revenue, orders, turns, books);
    public final DeferralResource deferrals = new DeferralResource(TABLES, releasing, orders, books);
    public final Delivering delivering = new Delivering(TABLES, revenue, releasing, orders, ledger, turns, books);
    public final RecognizeJob recognizeJob = new RecognizeJob(TABLES, revenue, books);

    public final CustomerRows customerRows = new CustomerRows(TABLES);
    public final Sales sales = new Sales(this);

    public <T> T in(Supplier<T> work) {
        return organization.call(work::get);
    }

    /** A new user of the organization, acting with some permissions. */
    public Organization user(String... permissions) {
        UUID id = Ids.next();
        organization.sql(
                "users", "insert into users.users (id, email, name) values (?, ?, 'Tess Ter')", id, id + "@test");
        return organization.as(id, permissions);
    }

    public LocalDate today() {
        return neighbours.current().today(neighbours.clock);
    }

    public OrderSummary order(UUID id) {
        return organization.read(() -> orders.find(id)).orElseThrow();
    }

    /** Records a payment on an order directly, and tells those who listen. */
    public UUID pay(UUID order, String amount) {
        UUID payment = in(() -> ledger.recordPayment(
                order,
                NewPayment.of(new BigDecimal(amount), PaymentMethod.BANK_TRANSFER, today()),
                UUID.randomUUID().toString()));
        tell("orders.payment.recorded", order, payment);
        return payment;
    }

    /** Delivers an event of orders, as the outbox would. */
    public void tell(String event, UUID order, UUID record) {
        var told = new DomainEvent(event, "x", record, java.util.Map.of("orderId", order));
        organization.run(() -> {
            if (following.events().contains(event)) {
                following.handle(told);
            }
        });
        organization.run(() -> {
            if (delivering.events().contains(event)) {
                delivering.handle(told);
            }
        });
    }

    public CreditNoteView draft(String json) {
        return in(
                () -> creditNotes.create(Wire.read(json, CreditNoteInput.class)).body());
    }

    public CreditNoteView note(UUID id) {
        return organization.read(() -> creditNotes.get(id));
    }

    /** Names of the events that were told of a record, in order. */
    public List<String> told(UUID record) {
        return PLATFORM.published().stream()
                .filter(event -> event.aggregateId().equals(record))
                .map(DomainEvent::name)
                .toList();
    }
}
