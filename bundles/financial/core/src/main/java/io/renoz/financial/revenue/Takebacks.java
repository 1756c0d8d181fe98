package io.renoz.financial.revenue;

import io.renoz.data.Tables;
import io.renoz.financial.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-19: takes recognized revenue back by entries of the opposite sign, by hand or since it was credited. */
@Component(service = Takebacks.class)
public final class Takebacks {

    private final Tables tables;
    private final Revenue revenue;

    @Activate
    public Takebacks(@Reference(target = "(domain=financial)") Tables tables, @Reference Revenue revenue) {
        this.tables = tables;
        this.revenue = revenue;
    }

    /** What is left of an entry; the caller holds its lock. */
    BigDecimal left(Recognition entry) {
        return entry.recognizedAmount.subtract(revenue.reversed(entry.id()));
    }

    /** Takes a part of an entry back, whose lock the caller holds; it is reversed once nothing is left of it. */
    Recognition reverse(Recognition entry, BigDecimal part, LocalDate on, @Nullable UUID creditNote) {
        BigDecimal left = left(entry).subtract(part);
        Recognition reversal = entry.reversal(part, on);
        reversal.creditNoteId = creditNote;
        tables.add(reversal);
        if (left.signum() == 0) {
            entry.state = RecognitionState.REVERSED;
        }
        if (entry.deferredRevenueId != null) {
            tables.lock(Deferral.class, entry.deferredRevenueId).release(part.negate());
        }
        revenue.tell("reversed", reversal);
        tables.flush();
        return reversal;
    }

    /**
     * A credit note was issued: as much recognized revenue is taken back, newest first; of what was only planned, the last goes
     * where more is planned than the order can still bring.
     *
     * @param net of the credit note
     */
    public void credited(UUID order, UUID creditNote, BigDecimal net, LocalDate on) {
        List<Recognition> entries = revenue.of(order);
        Collections.reverse(entries);
        BigDecimal left = net;
        for (Recognition entry : entries) {
            if (left.signum() > 0 && !entry.isReversal() && entry.state.reversible()) {
                tables.lock(Recognition.class, entry.id());
                BigDecimal part = left.min(left(entry));
                if (part.signum() > 0) {
                    reverse(entry, part, on, creditNote);
                    left = left.subtract(part);
                }
            }
        }
        unplan(entries, left);
    }

    private void unplan(List<Recognition> newestFirst, BigDecimal credited) {
        BigDecimal left = credited;
        var planned = new ArrayList<>(newestFirst);
        planned.removeIf(entry -> entry.state != RecognitionState.PENDING);
        planned.sort(Comparator.comparing((Recognition entry) -> entry.recognitionDate)
                .reversed());
        for (Recognition entry : planned) {
            BigDecimal part = left.min(entry.recognizedAmount).max(Money.ZERO);
            left = left.subtract(part);
            if (part.compareTo(entry.recognizedAmount) == 0) {
                tables.remove(entry);
            } else if (part.signum() > 0) {
                entry.recognizedAmount = entry.recognizedAmount.subtract(part);
            }
        }
        tables.flush();
    }
}
