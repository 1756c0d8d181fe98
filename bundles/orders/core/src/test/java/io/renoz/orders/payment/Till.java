package io.renoz.orders.payment;

import static io.renoz.orders.Yard.PLATFORM;
import static io.renoz.orders.Yard.TABLES;

import io.renoz.orders.Yard;
import io.renoz.orders.api.PaymentMethod;
import io.renoz.orders.payment.PaymentResource.Input;
import io.renoz.orders.payment.PaymentResource.Refund;
import io.renoz.orders.payment.PaymentResource.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where money is taken, over a yard of orders. */
final class Till {

    final Yard yard = new Yard();
    final Payments payments = new Payments(TABLES, yard.books, yard.dates, yard.sequences, PLATFORM.events());
    final Credits credits = new Credits(TABLES, yard.books, yard.dates, PLATFORM.events());
    final LedgerReads reads = new LedgerReads(TABLES, yard.dates);
    final Ledger ledger = new Ledger(TABLES, yard.books, payments, credits, reads);
    final PaymentResource resource = new PaymentResource(TABLES, payments, yard.dates);

    static Input paying(UUID order, String amount, @Nullable LocalDate day) {
        return new Input(order, new BigDecimal(amount), PaymentMethod.BANK_TRANSFER, day, null, null, null, null, null);
    }

    View pay(UUID order, String amount) {
        return yard.organization.call(
                () -> resource.create(paying(order, amount, null)).body());
    }

    View pay(UUID order, String amount, String day) {
        return yard.organization.call(() ->
                resource.create(paying(order, amount, LocalDate.parse(day))).body());
    }

    View refund(UUID payment, @Nullable String amount) {
        return yard.organization.call(() -> resource.refund(
                payment, new Refund(amount == null ? null : new BigDecimal(amount), "Changed mind", null, null)));
    }

    View cancel(UUID payment) {
        return yard.organization.call(() -> resource.cancel(payment, new PaymentResource.Reason("Wrong order")));
    }
}
