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
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import io.renoz.testing.Organization;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CreditNoteIT {

    private final Notes notes = new Notes();
    private final Office office = notes.office;
    private final UUID customer = notes.customer;

    @Test
    @DisplayName("FIN-01: a credit note without an order is goodwill on account")
    void isGoodwillWithoutAnOrder() {
        assertInvalid(() -> office.draft(
                        "{\"customerId\":\"%s\",\"reason\":\"X\",\"reasonCode\":\"damaged\"}".formatted(customer)))
                .isEqualTo("/reasonCode");
        assertThat(notes.goodwill("20.00").amount()).isEqualByComparingTo("20.00");
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
            CreditNoteView note = notes.issue(notes.forOrder(order, "1").id());
            net = net.add(note.subtotal());
            tax = tax.add(note.taxAmount());
        }

        assertThat(net).isEqualByComparingTo("30.00"); // 33.33 less 10 percent
        assertThat(tax).isEqualByComparingTo("3.00");
        assertRefused(() -> notes.issue(notes.forOrder(order, "0.001").id())).isEqualTo("credit-exceeds-order");
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
        CreditNoteView first = notes.issue(notes.forOrder(order, "1").id());

        CreditNoteView rest =
                office.in(() -> office.fromOrder.create(order.id(), null).body());
        CreditNoteView issued = notes.issue(rest.id());

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
        notes.issue(notes.forOrder(order, "1").id());

        Problem quantity = refusal(() -> notes.issue(notes.forOrder(order, "2").id()));
        Problem money = refusal(() -> notes.issue(notes.against(order, "50.01").id()));

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
        CreditNoteView one = notes.forOrder(order, "0.6");
        CreditNoteView other = notes.forOrder(order, "0.6");

        int issued = Together.run(
                () -> notes.issue(office.organization, one.id(), false),
                () -> notes.issue(office.organization, other.id(), false));

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
        CreditNoteView draft = notes.forOrder(order, "0.5");
        CreditNoteView changed = patch(
                draft.id(),
                "{\"reason\":\"Broken\",\"lines\":[{\"orderLineItemId\":\"%s\",\"quantity\":0.2},{\"description\":\"Fee\",\"unitPrice\":5}]}"
                        .formatted(order.line(0)));

        assertThat(changed.amount()).isEqualByComparingTo("25.00");
        notes.issue(draft.id());
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

        assertRefused(() -> notes.issue(author, draft.id(), true)).isEqualTo("approval-required");
        assertRefused(() -> author.call(() -> office.credit.approve(draft.id())))
                .isEqualTo("four-eyes");
        other.call(() -> office.credit.approve(draft.id()));
        assertRefused(() -> notes.issue(other, draft.id(), true)).isEqualTo("approval-required");
        patch(draft.id(), "{\"reason\":\"Bigger\"}");
        assertRefused(() -> notes.issue(author, draft.id(), true)).isEqualTo("approval-required");
        other.call(() -> office.credit.approve(draft.id()));
        assertThat(notes.issue(author, draft.id(), true).status()).isEqualTo(CreditNoteStatus.ISSUED);
    }

    @Test
    @DisplayName("FIN-05: order total 100, paid 80, note 50: 20 applied, 30 remaining")
    void settlesItsOrderFirst() {
        Sold order = office.sales.of(customer, "100.00");
        office.pay(order.id(), "80.00");

        CreditNoteView note = notes.issue(notes.forOrder(order, "0.5").id());

        assertThat(note.appliedAmount()).isEqualByComparingTo("20.00");
        assertThat(note.remainingAmount()).isEqualByComparingTo("30.00");
        assertThat(note.status()).isEqualTo(CreditNoteStatus.PARTIALLY_APPLIED);
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("0.00");
        assertThat(office.told(note.id()))
                .containsExactly("financial.credit-note.issued", "financial.credit-note.applied");
    }

    @Test
    @DisplayName("FIN-04: the document is kept when the note is issued, and served as it was")
    void keepsItsDocument() throws Exception {
        UUID note = notes.issue(notes.goodwill("50.00").id()).id();

        byte[] first = bytes(note);
        office.neighbours.clock.forwardDays(10);

        assertThat(new String(first, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        assertThat(bytes(note)).isEqualTo(first);
        assertRefused(() -> bytes(notes.goodwill("5.00").id())).isEqualTo("not-found");
    }

    private byte[] bytes(UUID note) throws Exception {
        Download document = office.organization.read(() -> office.credit.document(note));
        try (InputStream stream = document.content().open(0, document.length())) {
            return stream.readAllBytes();
        }
    }

    @Test
    void isMailedOnlyWhileTheOrganizationWritesToItsCustomers() {
        UUID note = notes.issue(notes.goodwill("50.00").id()).id();
        assertRefused(() -> office.in(() -> office.credit.send(note))).isEqualTo("module-disabled");
        office.neighbours.modulesOn.add("communications");
        assertRefused(() -> office.in(() -> office.credit.send(note))).isEqualTo("no-recipient");
        UUID draft = notes.goodwill("1.00").id();
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
        assertInvalid(() -> notes.issue(office.draft("{\"customerId\":\"%s\",\"reason\":\"Empty\"}".formatted(customer))
                        .id()))
                .isEqualTo("/lines");
    }

    @Test
    void keepsNothingOfAnIssueThatFails() {
        Sold order = office.sales.of(customer, "100.00");
        UUID note = notes.forOrder(order, "0.5").id();
        office.sales.set(order.id(), "status = 'cancelled', cancelled_at = now()");

        assertRefused(() -> notes.issue(note)).isEqualTo("invalid-state");
        CreditNoteView now = office.note(note);
        assertThat(now.status()).isEqualTo(CreditNoteStatus.DRAFT);
        assertThat(now.creditNoteNumber()).isNull();
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
        notes.issue(draft);
        office.note(draft);
        return PLATFORM.statements() - before;
    }

    private long listing(int count) {
        for (int i = 0; i < count; i++) {
            notes.goodwill("1.00");
        }
        long before = PLATFORM.statements();
        var page = office.organization.read(() -> office.creditNotes.list(ListQuery.first(200)));
        long sent = PLATFORM.statements() - before;
        assertThat(page.items()).allSatisfy(note -> assertThat(Objects.requireNonNull(note.lines()))
                .isNotEmpty());
        return sent;
    }
}
