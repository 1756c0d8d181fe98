package io.renoz.pipeline.report;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.pipeline.Values;
import io.renoz.pipeline.api.Period;
import io.renoz.pipeline.api.PipelineFigures;
import io.renoz.pipeline.api.PipelineSummary;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Selling in figures, as other modules ask for them. */
@Component
public final class Figures implements PipelineFigures {

    private static final String CLOSED = " filter (where stage = '%s' and actual_close_date between ?2 and ?3)";
    private static final String OPEN = " filter (where stage not in ('won', 'lost'))";

    private final Tables tables;

    @Activate
    public Figures(@Reference(target = "(domain=pipeline)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public PipelineSummary summary(Period period, @Nullable UUID owner) {
        String won = CLOSED.formatted("won");
        String lost = CLOSED.formatted("lost");
        var row = (Object[]) tables.entities()
                .createNativeQuery("select count(*)" + OPEN + ", coalesce(sum(value)" + OPEN + ", 0.00),"
                        + " coalesce(sum(weighted_value)" + OPEN + ", 0.00),"
                        + " count(*)" + won + ", coalesce(sum(value)" + won + ", 0.00),"
                        + " count(*)" + lost + ", coalesce(sum(value)" + lost + ", 0.00)"
                        + " from pipeline.opportunities where organization_id = ?1 and deleted_at is null"
                        + " and (cast(?4 as uuid) is null or assigned_to = cast(?4 as uuid))")
                .setParameter(1, Call.tenant())
                .setParameter(2, period.from())
                .setParameter(3, period.to())
                .setParameter(4, owner == null ? null : owner.toString())
                .getSingleResult();
        return new PipelineSummary(
                whole(row[0]),
                (BigDecimal) row[1],
                (BigDecimal) row[2],
                whole(row[3]),
                (BigDecimal) row[4],
                whole(row[5]),
                (BigDecimal) row[6],
                winRate(whole(row[3]), whole(row[5])));
    }

    private static int whole(Object number) {
        return Math.toIntExact(((Number) number).longValue());
    }

    /** PIP-20: won of won and lost, in percent to 2 places; null when there are none. */
    static @Nullable BigDecimal winRate(long won, long lost) {
        return Values.percentOf(BigDecimal.valueOf(won), BigDecimal.valueOf(won + lost));
    }
}
