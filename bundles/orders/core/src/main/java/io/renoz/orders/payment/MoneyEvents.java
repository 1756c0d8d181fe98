package io.renoz.orders.payment;

import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What is told of invoices, payments and credits. */
@Component
public final class MoneyEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";

    /** {@code orders.invoice.<happening>}, in the order of its order's events. */
    public static DomainEvent invoice(String happening, Order order) {
        var payload = new LinkedHashMap<String, Object>(OrderEvents.facts(order));
        order.invoiceNumber().ifPresent(number -> payload.put("invoiceNumber", number));
        order.invoiceDate().ifPresent(day -> payload.put("invoiceDate", day.toString()));
        order.dueDate().ifPresent(day -> payload.put("dueDate", day.toString()));
        payload.put("invoiceRevision", order.invoiceRevision());
        return new DomainEvent("orders.invoice." + happening, "order", order.id(), payload);
    }

    static DomainEvent payment(String happening, OrderPayment payment, Order order) {
        var payload = new LinkedHashMap<String, Object>(OrderEvents.facts(order));
        payload.put("orderId", order.id());
        payload.put("paymentNumber", payment.paymentNumber);
        payload.put("amount", payment.amount);
        payload.put("paymentMethod", Coded.of(payment.paymentMethod));
        payload.put("paymentDate", payment.paymentDate.toString());
        if (payment.relatedPaymentId != null) {
            payload.put("relatedPaymentId", payment.relatedPaymentId);
        }
        return new DomainEvent("orders.payment." + happening, "order_payment", payment.id(), payload);
    }

    static DomainEvent credit(String happening, OrderCredit credit, Order order) {
        var payload = new LinkedHashMap<String, Object>(OrderEvents.facts(order));
        payload.put("orderId", order.id());
        payload.put("source", Coded.of(credit.source));
        payload.put("sourceId", credit.sourceId);
        payload.put("amount", credit.amount);
        return new DomainEvent("orders.credit." + happening, "order_credit", credit.id(), payload);
    }

    @Override
    public List<EventType> list() {
        return List.of(
                invoice("issued", "An order got its invoice number.", 0),
                invoice("revised", "An issued invoice looks different from now on.", 1),
                invoice("overdue", "An invoice was not paid by its due date.", 0),
                invoice("paid", "Nothing is due on an invoice any more.", 0),
                payment("recorded", "Money came in for an order."),
                payment("refunded", "Money was given back."),
                payment("voided", "A payment had been recorded in error."),
                credit("applied", "A credit was set against an order."),
                credit("released", "A credit was taken back from an order."));
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        var sample = new LinkedHashMap<String, Object>(
                Map.of("orderNumber", "ORD-2026-00001", "customerId", ID, "total", 166.00, "balanceDue", 66.00));
        sample.putAll(more);
        return sample;
    }

    private static EventType invoice(String happening, String about, int revision) {
        return new EventType(
                "orders.invoice." + happening,
                about,
                with(Map.of(
                        "invoiceNumber", "INV-2026-00001",
                        "invoiceDate", "2026-03-02",
                        "dueDate", "2026-04-01",
                        "invoiceRevision", revision)));
    }

    private static EventType payment(String happening, String about) {
        return new EventType(
                "orders.payment." + happening,
                about,
                with(Map.of(
                        "orderId", ID,
                        "paymentNumber", "PAY-2026-00001",
                        "amount", 100.00,
                        "paymentMethod", "bank_transfer",
                        "paymentDate", "2026-03-02")));
    }

    private static EventType credit(String happening, String about) {
        return new EventType(
                "orders.credit." + happening,
                about,
                with(Map.of("orderId", ID, "source", "credit_note", "sourceId", ID, "amount", 25.00)));
    }
}
