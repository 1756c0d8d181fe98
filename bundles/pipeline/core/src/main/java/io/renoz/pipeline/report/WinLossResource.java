package io.renoz.pipeline.report;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.pipeline.Numbers;
import io.renoz.pipeline.api.Period;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/reports/win-loss} */
@Component
@Path("reports/win-loss")
public final class WinLossResource implements Resource {

    /** One pass over the period's deals: each column that is not grouped by is null. */
    private static final String SQL = """
            select grouping(r.name, o.competitor_name, o.source, o.assigned_to, to_char(o.actual_close_date, 'YYYY-MM')),
                   r.name, o.competitor_name, o.source, cast(o.assigned_to as text),
                   cast(to_char(o.actual_close_date, 'YYYY-MM') as text),
                   count(*) filter (where o.stage = 'won'), coalesce(sum(o.value) filter (where o.stage = 'won'), 0.00),
                   count(*) filter (where o.stage = 'lost'), coalesce(sum(o.value) filter (where o.stage = 'lost'), 0.00)
              from pipeline.opportunities o
              left join pipeline.win_loss_reasons r
                on r.organization_id = o.organization_id and r.id = o.win_loss_reason_id
             where o.organization_id = ?1 and o.deleted_at is null and o.stage in ('won', 'lost')
               and o.actual_close_date between ?2 and ?3
               and (cast(?4 as uuid) is null or o.assigned_to = cast(?4 as uuid))
             group by grouping sets ((), (r.name), (o.competitor_name), (o.source), (o.assigned_to),
                                     (to_char(o.actual_close_date, 'YYYY-MM')))
             order by 1, 2 nulls last, 3 nulls last, 4 nulls last, 5 nulls last, 6
            """;

    private static final int COLUMNS = 5;

    /** How many were won and lost, and why. */
    public record WinLoss(
            LocalDate from,
            LocalDate to,
            Outcome all,
            List<Outcome> byReason,
            List<Outcome> byCompetitor,
            List<Outcome> bySource,
            List<Outcome> byOwner,
            List<Outcome> byMonth) {}

    /**
     * Those that have something in common.
     *
     * @param key what they have in common: name of the reason or the competitor, source, id of the owner, or month as {@code
     *     2026-03}; left out for those that have none
     * @param winRate won of won and lost, percent
     */
    public record Outcome(
            @Nullable String key,
            long won,
            BigDecimal wonValue,
            long lost,
            BigDecimal lostValue,
            @Nullable BigDecimal winRate) {

        static final Outcome NONE = new Outcome(null, 0, new BigDecimal("0.00"), 0, new BigDecimal("0.00"), null);
    }

    private final Tables tables;
    private final Numbers numbers;

    @Activate
    public WinLossResource(@Reference(target = "(domain=pipeline)") Tables tables, @Reference Numbers numbers) {
        this.tables = tables;
        this.numbers = numbers;
    }

    @GET
    @Answers("invalid-parameter")
    @Summary("Won and lost opportunities by reason, competitor, source, owner and month of their close")
    public WinLoss winLoss(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("assignedTo") @Nullable UUID assignedTo) {
        LocalDate today = numbers.today();
        Period period = Asked.period(from, to, today.withDayOfMonth(1).minusMonths(11), today);
        List<?> rows = tables.entities()
                .createNativeQuery(SQL)
                .setParameter(1, Call.tenant())
                .setParameter(2, period.from())
                .setParameter(3, period.to())
                .setParameter(4, assignedTo == null ? null : assignedTo.toString())
                .getResultList();
        var all = new ArrayList<Outcome>();
        var by = new ArrayList<List<Outcome>>();
        for (int column = 0; column < COLUMNS; column++) {
            by.add(new ArrayList<>());
        }
        for (Object one : rows) {
            var row = (Object[]) one;
            int column = column(((Number) row[0]).intValue());
            (column < 0 ? all : by.get(column)).add(outcome(row, column));
        }
        return new WinLoss(
                period.from(),
                period.to(),
                all.isEmpty() ? Outcome.NONE : all.get(0),
                by.get(0),
                by.get(1),
                by.get(2),
                by.get(3),
                by.get(4));
    }

    /** PostgreSQL sets a bit for each column that a row is not grouped by; -1 when it is grouped by none. */
    private static int column(int grouping) {
        for (int column = 0; column < COLUMNS; column++) {
            if ((grouping & 1 << (COLUMNS - 1 - column)) == 0) {
                return column;
            }
        }
        return -1;
    }

    private static Outcome outcome(Object[] row, int column) {
        long won = ((Number) row[6]).longValue();
        long lost = ((Number) row[8]).longValue();
        return new Outcome(
                column < 0 ? null : (String) row[1 + column],
                won,
                (BigDecimal) row[7],
                lost,
                (BigDecimal) row[9],
                Figures.winRate(won, lost));
    }
}
