package io.renoz.settings.sequence;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import java.time.LocalDate;
import javax.persistence.Entity;
import javax.persistence.Table;

/** How numbers of one kind of documents look. */
@Entity
@Table(schema = "settings", name = "number_sequences")
@Audited(type = "number_sequence", name = "name")
class NumberSequence extends TenantRecord {

    String key;
    String name;
    String prefix;
    String pattern;
    boolean gapless;
    SequenceReset reset;
    long startValue = 1;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected NumberSequence() {}

    NumberSequence(SequenceDeclaration declaration) {
        key = declaration.key();
        name = declaration.name();
        prefix = declaration.prefix();
        pattern = declaration.pattern();
        gapless = declaration.gapless();
        reset = declaration.reset();
        check();
    }

    /** SET-19: refuses a pattern that would give two documents the same number. */
    void check() {
        NumberPattern.of(pattern, reset);
    }

    boolean fiscal() {
        return reset == SequenceReset.FISCAL_YEARLY
                || NumberPattern.of(pattern, reset).fiscal();
    }

    String period(LocalDate date, int fiscalYearStart) {
        return Period.key(reset, date, fiscalYearStart);
    }

    String format(LocalDate date, int fiscalYearStart, long number) {
        return NumberPattern.of(pattern, reset).format(prefix, date, fiscalYearStart, number);
    }
}
