package io.renoz.pipeline.report;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.pipeline.Numbers;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.api.Period;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/reports/forecast} */
@Component
@Path("reports/forecast")
public final class ForecastResource implements Resource {

    private static final String SQL = """
            select cast(to_char(expected_close_date, 'YYYY-MM') as text), stage, cast(assigned_to as text), count(*),
                   sum(value), sum(weighted_value)
              from pipeline.opportunities
             where organization_id = ?1 and deleted_at is null and stage not in ('won', 'lost')
               and (expected_close_date is null or expected_close_date between ?2 and ?3)
               and (cast(?4 as uuid) is null or assigned_to = cast(?4 as uuid))
             group by 1, 2, 3
             order by 1 nulls last, 2, 3 nulls last
            """;

    /** What open opportunities may bring. */
    public record Forecast(
            LocalDate from, LocalDate to, long count, BigDecimal value, BigDecimal weightedValue, List<Bucket> items) {}

    /**
     * Those of one month, stage and owner.
     *
     * @param month of the expected close, as {@code 2026-03}; left out for those without a date
     * @param assignedTo left out for those that are nobody's
     */
    public record Bucket(
            @Nullable String month,
            OpportunityStage stage,
            @Nullable UUID assignedTo,
            long count,
            BigDecimal value,
            BigDecimal weightedValue) {}

    private final Tables tables;
    private final Numbers numbers;

    @Activate
    public ForecastResource(@Reference(target = "(domain=pipeline)") Tables tables, @Reference Numbers numbers) {
        this.tables = tables;
        this.numbers = numbers;
    }

    @GET
    @Answers("invalid-parameter")
    @Summary("Value and weighted value of open opportunities by month of expected close, stage and owner")
    public Forecast forecast(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("assignedTo") @Nullable UUID assignedTo) {
        LocalDate month = numbers.today().withDayOfMonth(1);
        Period period = Asked.period(from, to, month, month.plusYears(1).minusDays(1));
        List<Bucket> buckets = buckets(period, assignedTo);
        return new Forecast(
                period.from(),
                period.to(),
                buckets.stream().mapToLong(Bucket::count).sum(),
                buckets.stream().map(Bucket::value).reduce(new BigDecimal("0.00"), BigDecimal::add),
                buckets.stream().map(Bucket::weightedValue).reduce(new BigDecimal("0.00"), BigDecimal::add),
                buckets);
    }

    private List<Bucket> buckets(Period period, @Nullable UUID assignedTo) {
        List<?> found = tables.entities()
                .createNativeQuery(SQL)
                .setParameter(1, Call.tenant())
                .setParameter(2, period.from())
                .setParameter(3, period.to())
                .setParameter(4, assignedTo == null ? null : assignedTo.toString())
                .getResultList();
        var buckets = new ArrayList<Bucket>(found.size());
        for (Object one : found) {
            var row = (Object[]) one;
            buckets.add(new Bucket(
                    (String) row[0],
                    OpportunityStage.valueOf(row[1].toString().toUpperCase(Locale.ROOT)),
                    row[2] == null ? null : UUID.fromString((String) row[2]),
                    ((Number) row[3]).longValue(),
                    (BigDecimal) row[4],
                    (BigDecimal) row[5]));
        }
        return buckets;
    }
}
