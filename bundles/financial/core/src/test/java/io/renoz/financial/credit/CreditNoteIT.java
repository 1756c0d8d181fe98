package io.renoz.financial.credit;

import static io.renoz.financial.Office.PLATFORM;
import static io.renoz.financial.Refusals.assertInvalid;
import static io.renoz.financial.Refusals.assertRefused;
import static io.renoz.financial.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.financial.Office;
import io.renoz.financial.Sales.Line;
import io.renoz.financial.Sales.Sold;
import io.renoz.financial.Together;
import io.renoz.financial.Wire;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.financial.credit.CreditNoteActions.Apply;
import io.renoz.financial.credit.CreditNoteActions.Issue;
import io.renoz.financial.credit.CreditNoteActions.Refund;
import io.renoz.financial.credit.CreditNoteActions.Voiding;
import io.renoz.financial.credit.ReversalResource.Reversal;
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import io.renoz.testing.Organization;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CreditNoteIT {

    private final Office office = new Office();
    private final UUID customer = office.sales.customer("Acme");

    private CreditNoteView forOrder(Sold order, String quantity) {
        return office.draft("""
                {"orderId":"%s","customerId":"%s","reasonCode":"return","reason":"Came back",
                 "lines":[{"orderLineItemId":"%s","quantity":%s}]}""".formatted(order.id(), order.customer(), order.line(0), quantity));
    }

    private CreditNoteView goodwill(String amount) {
        return office.draft("""
                {"customerId":"%s","reason":"Sorry","lines":[{"description":"Goodwill","unitPrice":%s}]}""".formatted(customer, amount));
    }

    /** An amount of its own against an order. */
    private CreditNoteView against(Sold order, String amount) {
        return office.draft("""
                {"orderId":"%s","customerId":"%s","reason":"Price","lines":[{"description":"Too dear","unitPrice":%s}]}""".formatted(order.id(), order.customer(), amount));
    }

    private CreditNoteView issue(UUID id) {
        return issue(office.organization, id, true);
    }

    private CreditNoteView issue(Organization as, UUID id, boolean settle) {
        return as.call(() -> office.credit.issue(id, new Issue(settle, null)));
    }

    private CreditNoteView apply(UUID note, UUID order, String amount) {
        return office.in(() -> office.credit.apply(note, new Apply(order, new BigDecimal(amount), null)));
    }

    private CreditNoteView refund(UUID note, String amount) {
        return office.in(
                () -> office.credit.refund(note, new Refund(new BigDecimal(amount), null, "bank_transfer", "R1")));
    }

    private UUID lastUse(UUID note) {
        var uses = office.organization.read(
                () -> office.applications.list(note, ListQuery.first(50)).items());
        return uses.get(uses.size() - 1).id();
    }

    @Test
    @DisplayName("FIN-01: a credit note without an order is goodwill on account")
    void isGoodwillWithoutAnOrder() {
        assertInvalid(() -> office.draft(
                        "{\"customerId\":\"%s\",\"reason\":\"X\",\"reasonCode\":\"damaged\"}".formatted(customer)))
                .isEqualTo("/reasonCode");
        assertThat(goodwill("20.00").amount()).isEqualByComparingTo("20.00");
    }

    @Test
    @DisplayName("FIN-02: a line of the order is credited net of all discounts, piece by piece, to the cent")
    void creditsNetOfDiscounts() {
        Sold order = office.sales.order(
                customer,
                "confirmed",
                office.today(),
                "10",
                "20.00",
                new Line("3", "11.11", "10"),
                new Line("1", "50", "0"));

        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (int i = 0; i < 3; i++) {
            CreditNoteView note = issue(forOrder(order, "1").id());
            net = net.add(note.subtotal());
            tax = tax.add(note.taxAmount());
        }

        assertThat(net).isEqualByComparingTo("30.00"); // 33.33 less 10 percent
        assertThat(tax).isEqualByComparingTo("3.00");
        assertRefused(() -> issue(forOrder(order, "0.001").id())).isEqualTo("credit-exceeds-order");
    }

    @Test
    @DisplayName("FIN-02, FIN-03: all that is left of an order, freight included, is exactly its total")
    void creditsAllThatIsLeft() {
        Sold order = office.sales.order(
                customer,
                "confirmed",
                office.today(),
                "10",
                "20.00",
                new Line("3", "33.33", "10"),
                new Line("1", "50", "0"));
        CreditNoteView first = issue(forOrder(order, "1").id());

        CreditNoteView rest =
                office.in(() -> office.fromOrder.create(order.id(), null).body());
        CreditNoteView issued = issue(rest.id());

        assertThat(first.amount().add(issued.amount()))
                .isEqualByComparingTo(office.order(order.id()).total());
        assertThat(issued.lines()).hasSize(3);
        assertRefused(() -> office.in(() -> office.fromOrder.create(order.id(), null)))
                .isEqualTo("credit-exceeds-order");
    }

    @Test
    @DisplayName("FIN-03: neither more units than were ordered nor more money than the order's total")
    void keepsWithinTheOrder() {
        Sold order = office.sales.order(customer, "confirmed", office.today(), null, "0", new Line("2", "50", "0"));
        issue(forOrder(order, "1").id());

        Problem quantity = refusal(() -> issue(forOrder(order, "2").id()));
        Problem money = refusal(() -> issue(against(order, "50.01").id()));

        assertThat(quantity.slug()).isEqualTo("credit-exceeds-order");
        assertThat((BigDecimal) quantity.members().get("left")).isEqualByComparingTo("1");
        assertThat(quantity.errors().get(0).pointer()).isEqualTo("/lines/0/quantity");
        assertThat(money.slug()).isEqualTo("credit-exceeds-order");
        assertThat((BigDecimal) money.members().get("left")).isEqualByComparingTo("50.00");
    }

    @Test
    @DisplayName("FIN-03: of two drafts issued at once that go beyond the order together, one is refused")
    void isIssuedOneAfterTheOther() throws Exception {
        Sold order = office.sales.of(customer, "100.00");
        CreditNoteView one = forOrder(order, "0.6");
        CreditNoteView other = forOrder(order, "0.6");

        int issued = Together.run(
                () -> issue(office.organization, one.id(), false), () -> issue(office.organization, other.id(), false));

        assertThat(issued).isEqualTo(1);
        assertThat(office.organization
                        .read(() -> office.desk.creditedOf(order.id()))
                        .total())
                .isEqualByComparingTo("60.00");
    }

    @Test
    @DisplayName("FIN-04: drafts change freely; from issue on only the internal notes do")
    void changesWhileDraft() {
        Sold order = office.sales.of(customer, "100.00");
        CreditNoteView draft = forOrder(order, "0.5");
        CreditNoteView changed = patch(
                draft.id(),
                "{\"reason\":\"Broken\",\"lines\":[{\"orderLineItemId\":\"%s\",\"quantity\":0.2},{\"description\":\"Fee\",\"unitPrice\":5}]}"
                        .formatted(order.line(0)));

        assertThat(changed.amount()).isEqualByComparingTo("25.00");
        issue(draft.id());
        assertRefused(() -> patch(draft.id(), "{\"reason\":\"Other\"}")).isEqualTo("invalid-state");
        assertRefused(() -> office.organization.run(() -> office.creditNotes.delete(draft.id())))
                .isEqualTo("invalid-state");
        assertThat(patch(draft.id(), "{\"internalNotes\":\"Call\"}").internalNotes())
                .isEqualTo("Call");
    }

    private CreditNoteView patch(UUID id, String json) {
        return office.organization
                .ifMatch(office.note(id).version())
                .call(() -> office.creditNotes.update(id, Wire.patch(json, CreditNoteInput.class)));
    }

    @Test
    @DisplayName("FIN-04: above the limit somebody else approves, and a change takes the approval away")
    void needsFourEyesAboveTheLimit() {
        Organization author = office.user("*");
        Organization other = office.user("*");
        CreditNoteView draft = author.call(() -> office.creditNotes
                .create(Wire.read(
                        "{\"customerId\":\"%s\",\"reason\":\"Big\",\"lines\":[{\"description\":\"X\",\"unitPrice\":1000.01}]}"
                                .formatted(customer),
                        CreditNoteInput.class))
                .body());

        assertRefused(() -> issue(author, draft.id(), true)).isEqualTo("approval-required");
        assertRefused(() -> author.call(() -> office.credit.approve(draft.id())))
                .isEqualTo("four-eyes");
        other.call(() -> office.credit.approve(draft.id()));
        assertRefused(() -> issue(other, draft.id(), true)).isEqualTo("approval-required");
        patch(draft.id(), "{\"reason\":\"Bigger\"}");
        assertRefused(() -> issue(author, draft.id(), true)).isEqualTo("approval-required");
        other.call(() -> office.credit.approve(draft.id()));
        assertThat(issue(author, draft.id(), true).status()).isEqualTo(CreditNoteStatus.ISSUED);
    }

    @Test
    @DisplayName("FIN-05: order total 100, paid 80, note 50: 20 applied, 30 remaining")
    void settlesItsOrderFirst() {
        Sold order = office.sales.of(customer, "100.00");
        office.pay(order.id(), "80.00");

        CreditNoteView note = issue(forOrder(order, "0.5").id());

        assertThat(note.appliedAmount()).isEqualByComparingTo("20.00");
        assertThat(note.remainingAmount()).isEqualByComparingTo("30.00");
        assertThat(note.status()).isEqualTo(CreditNoteStatus.PARTIALLY_APPLIED);
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("0.00");
        assertThat(office.told(note.id()))
                .containsExactly("financial.credit-note.issued", "financial.credit-note.applied");
    }

    @Test
    @DisplayName("FIN-06: never more than remains, than is due, or for another customer")
    void appliesWithinBounds() {
        Sold order = office.sales.of(customer, "30.00");
        Sold foreign = office.sales.of(office.sales.customer("Other"), "30.00");
        CreditNoteView note = issue(goodwill("50.00").id());

        assertRefused(() -> apply(note.id(), order.id(), "50.01")).isEqualTo("exceeds-remaining");
        assertRefused(() -> apply(note.id(), order.id(), "30.01")).isEqualTo("payment-exceeds-balance");
        assertRefused(() -> apply(note.id(), foreign.id(), "10.00")).isEqualTo("customer-mismatch");
        assertInvalid(() -> apply(note.id(), Ids.next(), "10.00")).isEqualTo("/orderId");
        CreditNoteView applied = apply(note.id(), order.id(), "30.00");

        assertThat(applied.remainingAmount()).isEqualByComparingTo("20.00");
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("0.00");
    }

    @Test
    @DisplayName("FIN-06: parent and child accounts share credit where the organization allows it")
    void sharesInTheGroup() {
        UUID parent = office.sales.customer("Parent");
        office.neighbours.parents.put(customer, parent);
        Sold order = office.sales.of(parent, "30.00");
        CreditNoteView note = issue(goodwill("50.00").id());

        assertRefused(() -> apply(note.id(), order.id(), "10.00")).isEqualTo("customer-mismatch");
        office.neighbours.set("financial.share_credit_in_group", "true");

        assertThat(apply(note.id(), order.id(), "10.00").appliedAmount()).isEqualByComparingTo("10.00");
    }

    @Test
    @DisplayName("FIN-06: with 30 remaining and two applies of 20 at once one is refused")
    void isUsedOnce() throws Exception {
        Sold one = office.sales.of(customer, "100.00");
        Sold other = office.sales.of(customer, "100.00");
        CreditNoteView note = issue(goodwill("30.00").id());

        int done = Together.run(() -> apply(note.id(), one.id(), "20.00"), () -> apply(note.id(), other.id(), "20.00"));

        assertThat(done).isEqualTo(1);
        assertThat(office.note(note.id()).remainingAmount()).isEqualByComparingTo("10.00");
    }

    @Test
    @DisplayName(
            "FIN-07: the status follows from the amounts; a use that is taken back gives them back and stays as a row")
    void followsItsAmounts() {
        Sold order = office.sales.of(customer, "30.00");
        UUID note = issue(goodwill("50.00").id()).id();

        assertThat(apply(note, order.id(), "30.00").status()).isEqualTo(CreditNoteStatus.PARTIALLY_APPLIED);
        UUID use = lastUse(note);
        assertThat(refund(note, "20.00").status()).isEqualTo(CreditNoteStatus.APPLIED);
        assertRefused(() -> refund(note, "0.01")).isEqualTo("invalid-transition");
        office.in(() -> office.reversals.reverse(use, new Reversal("Wrong order")));
        assertRefused(() -> office.in(() -> office.reversals.reverse(use, new Reversal("Again"))))
                .isEqualTo("already-reversed");

        CreditNoteView now = office.note(note);
        assertThat(now.status()).isEqualTo(CreditNoteStatus.PARTIALLY_APPLIED);
        assertThat(now.appliedAmount()).isEqualByComparingTo("0.00");
        assertThat(now.remainingAmount()).isEqualByComparingTo("30.00");
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("30.00");
        assertThat(office.organization
                        .read(() -> office.applications.list(note, ListQuery.first(50)))
                        .items())
                .hasSize(2);
        assertThat(office.order(order.id()).paidAmount()).isEqualByComparingTo("0.00");
    }

    @Test
    @DisplayName("FIN-07: a note in use is not voided; one that is keeps its number")
    void isVoidedUnused() {
        UUID note = issue(goodwill("50.00").id()).id();
        refund(note, "10.00");
        assertRefused(() -> cancel(note)).isEqualTo("credit-in-use");
        UUID use = lastUse(note);
        office.in(() -> office.reversals.reverse(use, new Reversal("Wrong account")));

        CreditNoteView voided = cancel(note);

        assertThat(voided.status()).isEqualTo(CreditNoteStatus.VOIDED);
        assertThat(voided.creditNoteNumber()).isNotNull();
        assertRefused(() -> cancel(note)).isEqualTo("invalid-transition");
    }

    private CreditNoteView cancel(UUID note) {
        return office.in(() -> office.credit.cancel(note, new Voiding("Wrong customer")));
    }

    @Test
    @DisplayName("FIN-07: what is done in a wrong state is refused with both states, and nothing is stored")
    void refusesWrongStates() {
        Sold order = office.sales.of(customer, "100.00");
        UUID draft = goodwill("50.00").id();
        UUID issued = issue(goodwill("50.00").id()).id();
        UUID voided = goodwill("50.00").id();
        cancel(voided);

        for (UUID note : List.of(draft, voided)) {
            Problem applied = refusal(() -> apply(note, order.id(), "10.00"));
            assertThat(applied.slug()).isEqualTo("invalid-transition");
            assertThat(applied.members()).containsKeys("from", "to");
            assertRefused(() -> refund(note, "10.00")).isEqualTo("invalid-transition");
        }
        for (UUID note : List.of(issued, voided)) {
            assertRefused(() -> issue(note)).isEqualTo("invalid-transition");
            assertRefused(() -> office.in(() -> office.credit.approve(note))).isEqualTo("invalid-transition");
        }
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("100.00");
        assertThat(office.note(draft).status()).isEqualTo(CreditNoteStatus.DRAFT);
    }

    @Test
    @DisplayName("FIN-21: nothing is issued, used, taken back or voided on or before the lock date")
    void keepsClosedPeriodsClosed() {
        Sold order = office.sales.of(customer, "100.00");
        UUID note = issue(goodwill("50.00").id()).id();
        apply(note, order.id(), "10.00");
        UUID use = lastUse(note);
        UUID unused = issue(goodwill("5.00").id()).id();
        UUID draft = goodwill("5.00").id();
        office.neighbours.set("orders.period_lock_date", "\"" + office.today() + "\"");

        assertRefused(() -> issue(draft)).isEqualTo("period-locked");
        assertRefused(() -> apply(note, order.id(), "10.00")).isEqualTo("period-locked");
        assertRefused(() -> refund(note, "10.00")).isEqualTo("period-locked");
        assertRefused(() -> office.in(() -> office.reversals.reverse(use, new Reversal("X"))))
                .isEqualTo("period-locked");
        Problem voided = refusal(() -> cancel(unused));
        assertThat(voided.slug()).isEqualTo("period-locked");
        assertThat(voided.members()).containsEntry("lockDate", office.today());
    }

    @Test
    @DisplayName("FIN-04: the document is kept when the note is issued, and served as it was")
    void keepsItsDocument() throws Exception {
        UUID note = issue(goodwill("50.00").id()).id();

        byte[] first = bytes(note);
        office.neighbours.clock.forwardDays(10);

        assertThat(new String(first, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        assertThat(bytes(note)).isEqualTo(first);
        assertRefused(() -> bytes(goodwill("5.00").id())).isEqualTo("not-found");
    }

    private byte[] bytes(UUID note) throws Exception {
        Download document = office.organization.read(() -> office.credit.document(note));
        try (InputStream stream = document.content().open(0, document.length())) {
            return stream.readAllBytes();
        }
    }

    @Test
    void isMailedOnlyWhileTheOrganizationWritesToItsCustomers() {
        UUID note = issue(goodwill("50.00").id()).id();
        assertRefused(() -> office.in(() -> office.credit.send(note))).isEqualTo("module-disabled");
        office.neighbours.modulesOn.add("communications");
        assertRefused(() -> office.in(() -> office.credit.send(note))).isEqualTo("no-recipient");
        UUID draft = goodwill("1.00").id();
        assertRefused(() -> office.in(() -> office.credit.send(draft))).isEqualTo("not-issued");
        office.neighbours.contact(customer, note + "@example.com");

        CreditNoteView sent = office.in(() -> office.credit.send(note));

        assertThat(sent.sentAt()).isNotNull();
        assertThat(PLATFORM.mailed())
                .filteredOn(mail -> mail.to().address().equals(note + "@example.com"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.attachments()).hasSize(1));
    }

    @Test
    void namesItsReferencesInRefusals() {
        Sold order = office.sales.of(customer, "100.00");
        UUID other = office.sales.customer("Other");

        assertInvalid(() -> office.draft("{\"customerId\":\"%s\",\"reason\":\"X\"}".formatted(Ids.next())))
                .isEqualTo("/customerId");
        assertInvalid(() -> office.draft(
                        "{\"customerId\":\"%s\",\"orderId\":\"%s\",\"reason\":\"X\"}".formatted(customer, Ids.next())))
                .isEqualTo("/orderId");
        assertRefused(() -> office.draft(
                        "{\"customerId\":\"%s\",\"orderId\":\"%s\",\"reason\":\"X\"}".formatted(other, order.id())))
                .isEqualTo("customer-mismatch");
        assertInvalid(() -> office.draft(
                        "{\"customerId\":\"%s\",\"orderId\":\"%s\",\"reason\":\"X\",\"lines\":[{\"orderLineItemId\":\"%s\"}]}"
                                .formatted(customer, order.id(), Ids.next())))
                .isEqualTo("/lines/0/orderLineItemId");
        assertInvalid(() -> office.draft(
                        "{\"customerId\":\"%s\",\"reason\":\"X\",\"lines\":[{\"description\":\"A\",\"productId\":\"%s\"}]}"
                                .formatted(customer, Ids.next())))
                .isEqualTo("/lines/0/productId");
        assertInvalid(() -> issue(office.draft("{\"customerId\":\"%s\",\"reason\":\"Empty\"}".formatted(customer))
                        .id()))
                .isEqualTo("/lines");
    }

    @Test
    void keepsNothingOfAnIssueThatFails() {
        Sold order = office.sales.of(customer, "100.00");
        UUID note = forOrder(order, "0.5").id();
        office.sales.set(order.id(), "status = 'cancelled', cancelled_at = now()");

        assertRefused(() -> issue(note)).isEqualTo("invalid-state");
        CreditNoteView now = office.note(note);
        assertThat(now.status()).isEqualTo(CreditNoteStatus.DRAFT);
        assertThat(now.creditNoteNumber()).isNull();
    }

    @Test
    void isIssuedManyTimesAtOnceWithoutADeadlock() throws Exception {
        Sold order = office.sales.of(customer, "1000.00");
        List<UUID> drafts = IntStream.range(0, 8)
                .mapToObj(i -> against(order, "10.00").id())
                .toList();

        int issued = Together.run(
                drafts.stream().map(id -> (Callable<?>) () -> issue(id)).toArray(Callable<?>[]::new));

        assertThat(issued).isEqualTo(8);
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("920.00");
    }

    @Test
    void takesTheSameStatementsWhateverItsLines() {
        long one = statements(1);
        long twenty = statements(20);
        long listed = listing(5);
        long more = listing(20);

        System.getLogger("financial").log(System.Logger.Level.INFO, "create 1/20 lines: {0}/{1}", one, twenty);
        assertThat(twenty).isEqualTo(one);
        assertThat(more).isEqualTo(listed);
    }

    private long statements(int count) {
        var lines = IntStream.range(0, count)
                .mapToObj(i -> "{\"description\":\"Line " + i + "\",\"unitPrice\":1}")
                .toList();
        String body =
                "{\"customerId\":\"%s\",\"reason\":\"X\",\"lines\":[%s]}".formatted(customer, String.join(",", lines));
        long before = PLATFORM.statements();
        UUID draft = office.draft(body).id();
        issue(draft);
        office.note(draft);
        return PLATFORM.statements() - before;
    }

    private long listing(int count) {
        for (int i = 0; i < count; i++) {
            goodwill("1.00");
        }
        long before = PLATFORM.statements();
        var page = office.organization.read(() -> office.creditNotes.list(ListQuery.first(200)));
        long sent = PLATFORM.statements() - before;
        assertThat(page.items()).allSatisfy(note -> assertThat(Objects.requireNonNull(note.lines()))
                .isNotEmpty());
        return sent;
    }
}
