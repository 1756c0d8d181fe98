package io.renoz.orders.api;

import io.renoz.data.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Money received for orders, given back and credited. Takes part in the caller's transaction; each act locks the order's row.
 * Amounts are positive, in the organization's currency, with 2 places. Thread-safe.
 */
@ProviderType
public interface OrderLedger {

    /**
     * Records money received. The same key gives the first payment back, as does the same provider and provider payment id.
     *
     * @param idempotencyKey the caller's key, at most 128 characters
     * @return id of the payment
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state} for drafts and cancelled orders; {@code
     *     payment-exceeds-balance}; {@code period-locked}; {@code validation-failed}
     */
    UUID recordPayment(UUID orderId, NewPayment payment, String idempotencyKey);

    /**
     * Gives back a part or all of a payment.
     *
     * @return id of the refund, which is a payment of its own
     * @throws io.renoz.problem.Problem {@code not-found}; {@code already-voided}; {@code refund-exceeds-payment}; {@code
     *     period-locked}
     */
    UUID refund(UUID paymentId, BigDecimal amount, String reason);

    /**
     * Sets a credit against an order; the same source and id has effect once.
     *
     * @param customerId whose credit it is
     * @param number printed on statements
     * @throws io.renoz.problem.Problem {@code not-found}; {@code customer-mismatch} for an order of another customer; {@code
     *     invalid-state} for drafts and cancelled orders; {@code payment-exceeds-balance}
     */
    void applyCredit(
            UUID orderId,
            UUID customerId,
            CreditSource source,
            UUID sourceId,
            @Nullable String number,
            BigDecimal amount,
            LocalDate on);

    /** Takes a credit back; one that is unknown or was released already has no effect. */
    void releaseCredit(CreditSource source, UUID sourceId);

    /**
     * What is due on an order.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    OrderBalance balance(UUID orderId);

    /** Invoices, payments, refunds and credits of a customer from one day to another, both included, by date. */
    List<LedgerEntry> ledger(UUID customerId, LocalDate from, LocalDate to);

    /** What the customer owed at the end of a day: issued invoices less payments and credits until then, plus refunds. */
    BigDecimal balanceAsOf(UUID customerId, LocalDate day);

    /**
     * Issued orders that had something due at the end of a day, by customer and due date; at most 200 a page.
     *
     * @param customerId null for all
     * @param cursor {@code next} of the page before; null for the first
     * @throws io.renoz.problem.Problem {@code invalid-parameter} for a cursor that is none
     */
    Page<OpenItem> openItems(@Nullable UUID customerId, LocalDate asOf, @Nullable String cursor);

    /**
     * Notes when the customer was reminded last.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    void markReminded(UUID orderId, Instant at);

    /**
     * Moves the day an order is due, as a payment plan does.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state} for cancelled orders
     */
    void setDueDate(UUID orderId, LocalDate due);

    /** Net and tax of the orders issued from one day to another, both included, by tax type and rate; freight included. */
    List<TaxTotal> taxByType(LocalDate from, LocalDate to);
}
