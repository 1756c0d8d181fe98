package com.example.pettycash.box;

import com.example.pettycash.api.BoxSummary;
import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A drawer with money in it. Closed for a day it takes nothing more of that day; the next day's first entry opens it. */
@Entity
@Table(schema = "petty_cash", name = "boxes")
@Audited(type = "petty_cash_box", name = "name")
public class Box extends TenantRecord {

    String name = "";

    @Nullable
    String location;

    BigDecimal balance = BigDecimal.ZERO.setScale(2, RoundingMode.UNNECESSARY);
    BoxStatus status = BoxStatus.OPEN;

    @Nullable
    LocalDate closedOn;

    /** For JPA and new boxes alike: an empty drawer. */
    protected Box() {}

    /**
     * Puts money in, or takes it out where the amount is negative.
     *
     * @throws Problem {@code invalid-transition}, {@code insufficient-cash}
     */
    public void book(BigDecimal amount, LocalDate day) {
        requireOpen(day);
        BigDecimal left = balance.add(amount);
        if (left.signum() < 0) { // PET-01: nobody takes out what is not there
            throw new Problem(
                            409,
                            "insufficient-cash",
                            name + " holds " + balance + ", less than " + amount.negate() + ".")
                    .with("balance", balance);
        }
        balance = left;
        status = BoxStatus.OPEN;
    }

    /** PET-03: what was counted in the evening is what the entries say, or the day is not over. */
    void close(BigDecimal counted, LocalDate day) {
        requireOpen(day);
        if (counted.compareTo(balance) != 0) {
            throw new Problem(
                            409,
                            "count-differs",
                            name + " should hold " + balance + ", but " + counted + " was counted.")
                    .with("balance", balance);
        }
        status = BoxStatus.CLOSED;
        closedOn = day;
    }

    /** PET-03: a day that was closed stays closed. */
    private void requireOpen(LocalDate day) {
        if (closedOn != null && !day.isAfter(closedOn)) {
            throw Problem.transition(name + " is closed for " + closedOn + ".");
        }
    }

    public BoxSummary summary() {
        return new BoxSummary(id(), name, balance);
    }
}
