package io.renoz.financial.credit;

import static io.renoz.financial.Refusals.assertInvalid;
import static io.renoz.financial.Refusals.assertRefused;
import static io.renoz.financial.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.financial.Office;
import io.renoz.financial.Sales.Sold;
import io.renoz.financial.Together;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.financial.credit.ReversalResource.Reversal;
import io.renoz.problem.Problem;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CreditUseIT {

    private final Notes notes = new Notes();
    private final Office office = notes.office;
    private final UUID customer = notes.customer;

    @Test
    @DisplayName("FIN-06: never more than remains, than is due, or for another customer")
    void appliesWithinBounds() {
        Sold order = office.sales.of(customer, "30.00");
        Sold foreign = office.sales.of(office.sales.customer("Other"), "30.00");
        CreditNoteView note = notes.issue(notes.goodwill("50.00").id());

        assertRefused(() -> notes.apply(note.id(), order.id(), "50.01")).isEqualTo("exceeds-remaining");
        assertRefused(() -> notes.apply(note.id(), order.id(), "30.01")).isEqualTo("payment-exceeds-balance");
        assertRefused(() -> notes.apply(note.id(), foreign.id(), "10.00")).isEqualTo("customer-mismatch");
        assertInvalid(() -> notes.apply(note.id(), Ids.next(), "10.00")).isEqualTo("/orderId");
        CreditNoteView applied = notes.apply(note.id(), order.id(), "30.00");

        assertThat(applied.remainingAmount()).isEqualByComparingTo("20.00");
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("0.00");
    }

    @Test
    @DisplayName("FIN-06: parent and child accounts share credit where the organization allows it")
    void sharesInTheGroup() {
        UUID parent = office.sales.customer("Parent");
        office.neighbours.parents.put(customer, parent);
        Sold order = office.sales.of(parent, "30.00");
        CreditNoteView note = notes.issue(notes.goodwill("50.00").id());

        assertRefused(() -> notes.apply(note.id(), order.id(), "10.00")).isEqualTo("customer-mismatch");
        office.neighbours.set("financial.share_credit_in_group", "true");

        assertThat(notes.apply(note.id(), order.id(), "10.00").appliedAmount()).isEqualByComparingTo("10.00");
    }

    @Test
    @DisplayName("FIN-06: with 30 remaining and two applies of 20 at once one is refused")
    void isUsedOnce() throws Exception {
        Sold one = office.sales.of(customer, "100.00");
        Sold other = office.sales.of(customer, "100.00");
        CreditNoteView note = notes.issue(notes.goodwill("30.00").id());

        int done = Together.run(
                () -> notes.apply(note.id(), one.id(), "20.00"), () -> notes.apply(note.id(), other.id(), "20.00"));

        assertThat(done).isEqualTo(1);
        assertThat(office.note(note.id()).remainingAmount()).isEqualByComparingTo("10.00");
    }

    @Test
    @DisplayName(
            "FIN-07: the status follows from the amounts; a use that is taken back gives them back and stays as a row")
    void followsItsAmounts() {
        Sold order = office.sales.of(customer, "30.00");
        UUID note = notes.issue(notes.goodwill("50.00").id()).id();

        assertThat(notes.apply(note, order.id(), "30.00").status()).isEqualTo(CreditNoteStatus.PARTIALLY_APPLIED);
        UUID use = notes.lastUse(note);
        assertThat(notes.refund(note, "20.00").status()).isEqualTo(CreditNoteStatus.APPLIED);
        assertRefused(() -> notes.refund(note, "0.01")).isEqualTo("invalid-transition");
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
        UUID note = notes.issue(notes.goodwill("50.00").id()).id();
        notes.refund(note, "10.00");
        assertRefused(() -> notes.cancel(note)).isEqualTo("credit-in-use");
        UUID use = notes.lastUse(note);
        office.in(() -> office.reversals.reverse(use, new Reversal("Wrong account")));

        CreditNoteView voided = notes.cancel(note);

        assertThat(voided.status()).isEqualTo(CreditNoteStatus.VOIDED);
        assertThat(voided.creditNoteNumber()).isNotNull();
        assertRefused(() -> notes.cancel(note)).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("FIN-07: what is done in a wrong state is refused with both states, and nothing is stored")
    void refusesWrongStates() {
        Sold order = office.sales.of(customer, "100.00");
        UUID draft = notes.goodwill("50.00").id();
        UUID issued = notes.issue(notes.goodwill("50.00").id()).id();
        UUID voided = notes.goodwill("50.00").id();
        notes.cancel(voided);

        for (UUID note : List.of(draft, voided)) {
            Problem applied = refusal(() -> notes.apply(note, order.id(), "10.00"));
            assertThat(applied.slug()).isEqualTo("invalid-transition");
            assertThat(applied.members()).containsKeys("from", "to");
            assertRefused(() -> notes.refund(note, "10.00")).isEqualTo("invalid-transition");
        }
        for (UUID note : List.of(issued, voided)) {
            assertRefused(() -> notes.issue(note)).isEqualTo("invalid-transition");
            assertRefused(() -> office.in(() -> office.credit.approve(note))).isEqualTo("invalid-transition");
        }
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("100.00");
        assertThat(office.note(draft).status()).isEqualTo(CreditNoteStatus.DRAFT);
    }

    @Test
    @DisplayName("FIN-21: nothing is issued, used, taken back or voided on or before the lock date")
    void keepsClosedPeriodsClosed() {
        Sold order = office.sales.of(customer, "100.00");
        UUID note = notes.issue(notes.goodwill("50.00").id()).id();
        notes.apply(note, order.id(), "10.00");
        UUID use = notes.lastUse(note);
        UUID unused = notes.issue(notes.goodwill("5.00").id()).id();
        UUID draft = notes.goodwill("5.00").id();
        office.neighbours.set("orders.period_lock_date", "\"" + office.today() + "\"");

        assertRefused(() -> notes.issue(draft)).isEqualTo("period-locked");
        assertRefused(() -> notes.apply(note, order.id(), "10.00")).isEqualTo("period-locked");
        assertRefused(() -> notes.refund(note, "10.00")).isEqualTo("period-locked");
        assertRefused(() -> office.in(() -> office.reversals.reverse(use, new Reversal("X"))))
                .isEqualTo("period-locked");
        Problem voided = refusal(() -> notes.cancel(unused));
        assertThat(voided.slug()).isEqualTo("period-locked");
        assertThat(voided.members()).containsEntry("lockDate", office.today());
    }

    @Test
    void isIssuedManyTimesAtOnceWithoutADeadlock() throws Exception {
        Sold order = office.sales.of(customer, "1000.00");
        List<UUID> drafts = IntStream.range(0, 8)
                .mapToObj(i -> notes.against(order, "10.00").id())
                .toList();

        int issued = Together.run(
                drafts.stream().map(id -> (Callable<?>) () -> notes.issue(id)).toArray(Callable<?>[]::new));

        assertThat(issued).isEqualTo(8);
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("920.00");
    }
}
