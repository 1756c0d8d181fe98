package io.renoz.settings.sequence;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.SequenceDeclaration;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one place that gives numbers away. */
@Component(service = {NumberSequences.class, Sequences.class})
public final class Sequences implements NumberSequences {

    private final Tables tables;
    private final Transactions transactions;
    private final OrganizationDirectory organizations;
    private final Clock clock;
    private final Counters counters;

    @Activate
    public Sequences(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock,
            @Reference(target = "(osgi.jndi.service.name=renoz/settings)") DataSource database) {
        this.tables = tables;
        this.transactions = transactions;
        this.organizations = organizations;
        this.clock = clock;
        counters = new Counters(database);
    }

    /**
     * SET-19: a gapless number is taken in the caller's transaction, under the counter's lock; any other in a transaction of
     * its own, so that nobody waits.
     */
    @Override
    public List<String> next(String key, LocalDate date, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Nobody takes " + count + " numbers.");
        }
        NumberSequence sequence = tables.findBy(NumberSequence.class, "key", key)
                .orElseThrow(() -> Problem.notFound("number sequence " + key));
        UUID organization = Call.tenant();
        int fiscalYearStart = fiscalYearStart(sequence);
        String period = sequence.period(date, fiscalYearStart);
        long first = sequence.gapless
                ? counters.take(organization, sequence, period, count)
                : transactions.apart(Call.current(), () -> counters.take(organization, sequence, period, count));
        return numbers(sequence, date, fiscalYearStart, first, count);
    }

    private static List<String> numbers(
            NumberSequence sequence, LocalDate date, int fiscalYearStart, long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(number -> sequence.format(date, fiscalYearStart, number))
                .toList();
    }

    @Override
    public void register(SequenceDeclaration declaration) {
        if (tables.findBy(NumberSequence.class, "key", declaration.key()).isEmpty()) {
            tables.add(new NumberSequence(declaration));
            tables.flush();
        }
    }

    /** The next three numbers for a date, none of them taken. */
    List<String> preview(UUID id, LocalDate date) {
        NumberSequence sequence = tables.require(NumberSequence.class, id);
        int fiscalYearStart = fiscalYearStart(sequence);
        long next = counters.peek(Call.tenant(), sequence, sequence.period(date, fiscalYearStart));
        return numbers(sequence, date, fiscalYearStart, next, 3);
    }

    /** After its periods were divided otherwise: the present one goes on with numbers not given yet. */
    void redivided(NumberSequence sequence) {
        LocalDate today = organizations.current().today(clock);
        tables.flush();
        counters.carry(Call.tenant(), sequence, sequence.period(today, fiscalYearStart(sequence)));
    }

    private int fiscalYearStart(NumberSequence sequence) {
        return sequence.fiscal() ? organizations.current().fiscalYearStart().getValue() : 1;
    }
}
