package io.renoz.financial.receivable;

import io.renoz.financial.api.AgingBuckets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Receivables as of a day.
 *
 * @param totals of all customers, those that are not shown included
 * @param unusedCredit of issued credit notes, not netted
 * @param customers those who owe most, at most 500
 * @param moreCustomers how many are not shown
 */
public record AgingReport(
        LocalDate asOf, Buckets totals, BigDecimal unusedCredit, List<Customer> customers, int moreCustomers) {

    /** Amounts by days late. */
    public record Buckets(
            BigDecimal current,
            BigDecimal days1To30,
            BigDecimal days31To60,
            BigDecimal days61To90,
            BigDecimal over90,
            BigDecimal total) {

        static Buckets of(AgingBuckets buckets) {
            return new Buckets(
                    buckets.current(),
                    buckets.days1To30(),
                    buckets.days31To60(),
                    buckets.days61To90(),
                    buckets.over90(),
                    buckets.total());
        }
    }

    /**
     * What one customer owes.
     *
     * @param orders its open orders, when the report is about this customer alone
     */
    public record Customer(
            UUID customerId, String customerName, Buckets buckets, BigDecimal unusedCredit, List<Order> orders) {}

    /** An open order. */
    public record Order(
            UUID orderId,
            String orderNumber,
            @Nullable String invoiceNumber,
            LocalDate invoiceDate,
            @Nullable LocalDate dueDate,
            int daysLate,
            BigDecimal total,
            BigDecimal balance) {}
}
