package io.renoz.financial;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module publishes. */
@Component
public final class FinancialEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";
    private static final String DAY = "2026-03-31";

    @Override
    public List<EventType> list() {
        return List.of(
                of(
                        "credit-note.issued",
                        "A credit note became a document with a number.",
                        Map.of("number", "CN-2026-00001", "customerId", ID, "orderId", ID, "amount", 110.00)),
                of(
                        "credit-note.applied",
                        "A credit note settled an order, in part or whole.",
                        Map.of("number", "CN-2026-00001", "customerId", ID, "orderId", ID, "amount", 50.00)),
                of(
                        "credit-note.application-reversed",
                        "A use of a credit note was taken back.",
                        Map.of("number", "CN-2026-00001", "applicationId", ID, "use", "order", "amount", 50.00)),
                of(
                        "credit-note.refunded",
                        "Money was paid out for a credit note.",
                        Map.of("number", "CN-2026-00001", "customerId", ID, "amount", 60.00)),
                of(
                        "credit-note.voided",
                        "A credit note was voided.",
                        Map.of("number", "CN-2026-00001", "customerId", ID, "reason", "Wrong order")),
                of(
                        "payment-plan.created",
                        "An order is to be paid in parts.",
                        Map.of("orderId", ID, "planType", "thirds", "installments", 3)),
                of(
                        "payment-plan.changed",
                        "The instalments of an order changed, or went.",
                        Map.of("orderId", ID, "installments", 3)),
                of("installment.due", "An instalment is due soon.", installment()),
                of("installment.paid", "An instalment is paid in full.", installment()),
                of("installment.overdue", "The due date of an instalment has passed.", installment()),
                of(
                        "reminder.sent",
                        "A customer was reminded of an order that is due.",
                        Map.of("orderId", ID, "customerId", ID, "step", "7 days", "balanceDue", 110.00)),
                of(
                        "reminder.exhausted",
                        "All reminders of an order have gone out.",
                        Map.of("orderId", ID, "customerId", ID, "reminders", 5)),
                of(
                        "statement.generated",
                        "An account statement was made.",
                        Map.of("number", "STM-2026-00001", "customerId", ID, "endDate", DAY, "closingBalance", 110.00)),
                of(
                        "statement.sent",
                        "An account statement went out by mail.",
                        Map.of("number", "STM-2026-00001", "customerId", ID)),
                of("revenue.recognized", "Revenue of an order was recognized.", revenue()),
                of("revenue.reversed", "Recognized revenue was taken back.", revenue()),
                of("revenue.released", "Deferred revenue was recognized.", revenue()),
                of(
                        "period.locked",
                        "The day up to which the books are closed was moved.",
                        Map.of("lockDate", DAY, "before", "2026-02-28")));
    }

    private static Map<String, Object> installment() {
        return Map.of("orderId", ID, "installmentNo", 2, "dueDate", DAY, "amount", 36.30);
    }

    private static Map<String, Object> revenue() {
        return Map.of("orderId", ID, "amount", 100.00, "date", DAY);
    }

    private static EventType of(String name, String about, Map<String, Object> sample) {
        return new EventType("financial." + name, about, sample);
    }
}
