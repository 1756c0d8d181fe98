package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a customer's ledger.
 *
 * @param documentId the payment, refund or credit; the order itself for an invoice
 * @param documentNumber number of the invoice, payment or credit note
 * @param amount what it adds to what the customer owes: positive for invoices and refunds, negative for payments and credits
 */
public record LedgerEntry(
        LocalDate date,
        LedgerEntryType type,
        UUID orderId,
        String orderNumber,
        UUID documentId,
        @Nullable String documentNumber,
        @Nullable String reference,
        BigDecimal amount) {}
