package io.renoz.financial.credit;

import io.renoz.customers.api.CreditPolicy;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Books;
import io.renoz.financial.Facts;
import io.renoz.financial.FinancialSettings;
import io.renoz.financial.Setup;
import io.renoz.orders.api.CreditSource;
import io.renoz.orders.api.OrderBalance;
import io.renoz.orders.api.OrderLedger;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-05 to FIN-07: what credit is used for, and how that is taken back. The caller holds the note's lock. */
@Component(service = Uses.class)
public final class Uses {

    private static final int FARTHEST = 20;

    private final Tables tables;
    private final OrderLedger ledger;
    private final CreditPolicy accounts;
    private final EventPublisher events;
    private final Books books;

    @Activate
    public Uses(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference OrderLedger ledger,
            @Reference CreditPolicy accounts,
            @Reference EventPublisher events,
            @Reference Books books) {
        this.tables = tables;
        this.ledger = ledger;
        this.accounts = accounts;
        this.events = events;
        this.books = books;
    }

    /** FIN-05: settles as much of the note's own order as is due. */
    void settle(CreditNote note, UUID order, LocalDate on) {
        BigDecimal part = ledger.balance(order).due().min(note.remainingAmount);
        if (part.signum() > 0) {
            apply(note, order, note.customerId, part, on);
        }
    }

    /**
     * FIN-06: uses a part on any order of the customer, or of its group where the organization allows it.
     *
     * @throws Problem {@code invalid-transition}, {@code exceeds-remaining}, {@code customer-mismatch}, {@code
     *     payment-exceeds-balance}, {@code period-locked}
     */
    void applyTo(CreditNote note, UUID order, BigDecimal part, LocalDate on) {
        books.requireOpen(on);
        OrderBalance balance = balance(order);
        requireSame(note, balance.customerId());
        apply(note, order, balance.customerId(), part, on);
    }

    private OrderBalance balance(UUID order) {
        try {
            return ledger.balance(order);
        } catch (Problem none) {
            if (none.slug().equals("not-found")) {
                throw Problem.invalid("orderId", "There is no such order.");
            }
            throw none;
        }
    }

    private void requireSame(CreditNote note, UUID customer) {
        if (note.customerId.equals(customer)) {
            return;
        }
        if (books.flag(FinancialSettings.SHARE_CREDIT)
                && (isAbove(note.customerId, customer) || isAbove(customer, note.customerId))) {
            return;
        }
        throw Problem.of("customer-mismatch", "The order is another customer's.")
                .with(List.of(new FieldError("/orderId", "The order is another customer's.")));
    }

    /** Whether one account is the parent of another, however many generations lie between. */
    private boolean isAbove(UUID parent, UUID child) {
        UUID at = child;
        for (int i = 0; i < FARTHEST; i++) {
            UUID next = accounts.standing(at).parentId();
            if (next == null || next.equals(parent)) {
                return next != null;
            }
            at = next;
        }
        return false;
    }

    /** The ledger of orders comes first: our row's foreign key would hold the order's row before the ledger locks it. */
    private void apply(CreditNote note, UUID order, UUID customer, BigDecimal part, LocalDate on) {
        note.use(CreditUse.ORDER, part);
        var use = CreditNoteApplication.toOrder(note.id(), order, part, on, user());
        ledger.applyCredit(order, customer, CreditSource.CREDIT_NOTE, use.id(), note.creditNoteNumber, part, on);
        tables.add(use);
        events.publish(about(note)
                .and("orderId", order)
                .and("amount", part)
                .event("credit-note.applied", Setup.CREDIT_NOTE, note.id()));
    }

    /** FIN-07: pays a part out; no payment of any order is touched. */
    void refund(CreditNote note, BigDecimal part, LocalDate on, @Nullable String method, @Nullable String reference) {
        books.requireOpen(on);
        note.use(CreditUse.REFUND, part);
        tables.add(CreditNoteApplication.refund(note.id(), part, on, user(), method, reference));
        events.publish(about(note).and("amount", part).event("credit-note.refunded", Setup.CREDIT_NOTE, note.id()));
    }

    /** FIN-07: takes a use back; the order owes again what the credit had settled. */
    void reverse(CreditNote note, CreditNoteApplication use, String why) {
        use.reverse(why, user(), books.now());
        books.requireOpen(use.appliedOn);
        note.release(use.use, use.amount);
        if (use.use == CreditUse.ORDER) {
            ledger.releaseCredit(CreditSource.CREDIT_NOTE, use.id());
        }
        events.publish(about(note)
                .and("applicationId", use.id())
                .and("use", use.use)
                .and("orderId", use.orderId)
                .and("amount", use.amount)
                .event("credit-note.application-reversed", Setup.CREDIT_NOTE, note.id()));
    }

    static Facts about(CreditNote note) {
        return Facts.of("number", note.creditNoteNumber).and("customerId", note.customerId);
    }

    private static @Nullable UUID user() {
        return Call.user().orElse(null);
    }
}
