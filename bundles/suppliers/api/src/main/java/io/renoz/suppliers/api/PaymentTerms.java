package io.renoz.suppliers.api;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** When a supplier wants its money. */
public enum PaymentTerms {
    NET_7(7),
    NET_15(15),
    NET_30(30),
    NET_45(45),
    NET_60(60),
    /** The last day of the month of the order. */
    END_OF_MONTH(0),
    /** On delivery. */
    COD(0),
    /** With the order. */
    PREPAID(0);

    private final int days;

    PaymentTerms(int days) {
        this.days = days;
    }

    /** The day by which what was ordered that day is to be paid. */
    public LocalDate due(LocalDate ordered) {
        return this == END_OF_MONTH ? ordered.with(TemporalAdjusters.lastDayOfMonth()) : ordered.plusDays(days);
    }
}
