package io.renoz.orders.order;

import io.renoz.orders.api.InvoiceStatus;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came in for an order and what went back.
 *
 * @param received live payments
 * @param refunded live refunds of them
 * @param credited credits in force
 */
record Money(BigDecimal received, BigDecimal refunded, BigDecimal credited) {

    static final Money NONE = new Money(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    BigDecimal paid() {
        return received.subtract(refunded);
    }

    /** ORD-19: total less what was paid and credited. */
    BigDecimal due(BigDecimal total) {
        return total.subtract(paid()).subtract(credited);
    }

    /** ORD-19: the first that holds. */
    PaymentStatus status(OrderStatus order, BigDecimal total, @Nullable LocalDate dueDate, LocalDate today) {
        BigDecimal due = due(total);
        boolean nothingDue = due.signum() <= 0 || order == OrderStatus.CANCELLED;
        if (received.signum() > 0 && paid().signum() == 0 && nothingDue) {
            return PaymentStatus.REFUNDED;
        }
        if (due.signum() <= 0 && order != OrderStatus.DRAFT && order != OrderStatus.CANCELLED) {
            return PaymentStatus.PAID;
        }
        if (order == OrderStatus.CANCELLED) {
            return PaymentStatus.PENDING;
        }
        if (due.signum() > 0 && dueDate != null && dueDate.isBefore(today)) {
            return PaymentStatus.OVERDUE;
        }
        return paid().add(credited).signum() > 0 ? PaymentStatus.PARTIAL : PaymentStatus.PENDING;
    }

    /** Where an issued invoice is; one that is not issued stays a draft or scheduled until then. */
    static InvoiceStatus invoice(Order order, LocalDate today) {
        if (order.status == OrderStatus.CANCELLED) {
            return InvoiceStatus.CANCELED;
        }
        if (!order.issued()) {
            return order.invoiceScheduledFor == null ? InvoiceStatus.DRAFT : InvoiceStatus.SCHEDULED;
        }
        if (order.paymentStatus == PaymentStatus.REFUNDED) {
            return InvoiceStatus.REFUNDED;
        }
        if (order.balanceDue.signum() <= 0) {
            return InvoiceStatus.PAID;
        }
        return order.dueDate != null && order.dueDate.isBefore(today) ? InvoiceStatus.OVERDUE : InvoiceStatus.UNPAID;
    }
}
