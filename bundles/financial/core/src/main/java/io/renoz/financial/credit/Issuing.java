package io.renoz.financial.credit;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Books;
import io.renoz.financial.FinancialSettings;
import io.renoz.financial.Setup;
import io.renoz.financial.Turns;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.financial.revenue.Takebacks;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.settings.api.NumberSequences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-03 to FIN-05: makes documents of drafts. */
@Component(service = Issuing.class)
public final class Issuing {

    private final Tables tables;
    private final CreditNoteRows notes;
    private final Creditables creditables;
    private final Pricing pricing;
    private final Uses uses;
    private final CreditPaper paper;
    private final Takebacks revenue;
    private final OrderDirectory orders;
    private final NumberSequences numbers;
    private final EventPublisher events;
    private final Turns turns;
    private final Books books;

    @Activate
    public Issuing(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference CreditNoteRows notes,
            @Reference Creditables creditables,
            @Reference Pricing pricing,
            @Reference Uses uses,
            @Reference CreditPaper paper,
            @Reference Takebacks revenue,
            @Reference OrderDirectory orders,
            @Reference NumberSequences numbers,
            @Reference EventPublisher events,
            @Reference Turns turns,
            @Reference Books books) {
        this.tables = tables;
        this.notes = notes;
        this.creditables = creditables;
        this.pricing = pricing;
        this.uses = uses;
        this.paper = paper;
        this.revenue = revenue;
        this.orders = orders;
        this.numbers = numbers;
        this.events = events;
        this.turns = turns;
        this.books = books;
    }

    /** Takes the turn of the note's order, then the note. */
    CreditNote lock(UUID id) {
        UUID order = tables.require(CreditNote.class, id).orderId;
        if (order != null) {
            turns.ofOrder(order);
        }
        return notes.lock(id);
    }

    /**
     * Issues a draft that {@link #lock} gave.
     *
     * @param date today when empty
     * @param settle whether the order's balance is lowered first
     * @throws Problem {@code invalid-transition}, {@code invalid-state}, {@code credit-exceeds-order}, {@code
     *     approval-required}, {@code period-locked}, {@code validation-failed}
     */
    void issue(CreditNote note, Optional<LocalDate> date, boolean settle) {
        note.requireMove(CreditNoteStatus.ISSUED);
        LocalDate on = date.orElseGet(books::today);
        if (on.isAfter(books.today())) {
            throw Problem.invalid("issueDate", "A credit note is not issued in advance.");
        }
        books.requireOpen(on);
        OrderSummary order = note.orderId == null ? null : orders.requireOpen(note.orderId);
        priceAnew(note, order);
        requireApproval(note);
        String number = numbers.next(Setup.CREDIT_NOTES.key(), on);
        note.issue(number, on, user(), books.now());
        tables.flush();
        events.publish(Uses.about(note)
                .and("orderId", note.orderId)
                .and("amount", note.amount)
                .and("returnAuthorizationId", note.returnAuthorizationId)
                .event("credit-note.issued", Setup.CREDIT_NOTE, note.id()));
        if (order != null) {
            if (settle) {
                uses.settle(note, order.id(), on);
            }
            revenue.credited(order.id(), note.id(), note.subtotal, on);
        }
        note.documentAttachmentId = paper.keep(note, order, books.now());
        tables.flush();
    }

    /** FIN-03: between draft and issue others may have credited the same lines. */
    private void priceAnew(CreditNote note, @Nullable OrderSummary order) {
        if (note.lines.isEmpty()) {
            throw Problem.invalid("lines", "A credit note has a line at least.");
        }
        Creditable creditable = order == null ? null : creditables.of(order);
        pricing.price(note, creditable, pricing.highest(note.id()));
        if (creditable != null) {
            Pricing.requireRoom(note, creditable);
        }
        if (note.amount.signum() == 0) {
            throw Problem.invalid("lines", "A credit note is worth something.");
        }
    }

    /** FIN-04: above the limit somebody else has agreed. */
    private void requireApproval(CreditNote note) {
        BigDecimal limit = books.decimal(FinancialSettings.APPROVAL_AMOUNT);
        boolean approved = note.approvedAt != null && (note.approvedBy == null || !note.approvedBy.equals(user()));
        if (note.amount.compareTo(limit) > 0 && !approved) {
            throw Problem.of("approval-required", "Credit notes above " + limit + " need another user's approval.")
                    .with("limit", limit)
                    .with("amount", note.amount);
        }
    }

    private static @Nullable UUID user() {
        return Call.user().orElse(null);
    }
}
