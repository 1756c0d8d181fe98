package io.renoz.settings.sequence;

import io.renoz.settings.api.SequenceReset;
import java.time.LocalDate;
import java.util.Locale;

/** The time within which the numbers of a sequence follow each other. */
final class Period {

    private Period() {}

    /** {@code 2026}, {@code FY2027}, {@code 2026-07}, or empty where a sequence never begins anew. */
    static String key(SequenceReset reset, LocalDate date, int fiscalYearStart) {
        return switch (reset) {
            case NEVER -> "";
            case YEARLY -> Integer.toString(date.getYear());
            case FISCAL_YEARLY -> "FY" + fiscalYear(date, fiscalYearStart);
            case MONTHLY -> String.format(Locale.ROOT, "%d-%02d", date.getYear(), date.getMonthValue());
        };
    }

    /** A fiscal year is named after the calendar year in which it ends. */
    static int fiscalYear(LocalDate date, int firstMonth) {
        return firstMonth > 1 && date.getMonthValue() >= firstMonth ? date.getYear() + 1 : date.getYear();
    }
}
