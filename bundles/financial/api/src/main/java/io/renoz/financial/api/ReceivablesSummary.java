package io.renoz.financial.api;

import java.math.BigDecimal;

/**
 * What happened to receivables in a period, and how they stood at its end.
 *
 * @param invoiced with tax
 * @param received less refunds
 * @param credited by credit notes set against orders
 * @param aging of what was outstanding on the last day
 * @param unusedCredit of issued notes, not netted
 */
public record ReceivablesSummary(
        Period period,
        BigDecimal invoiced,
        BigDecimal received,
        BigDecimal credited,
        AgingBuckets aging,
        BigDecimal unusedCredit) {

    /** What was owed on the last day, less what the organization owed. */
    public BigDecimal outstanding() {
        return aging.total();
    }
}
