package io.renoz.pipeline.opportunity;

import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/opportunities/board} */
@Component
@Path("opportunities/board")
public final class BoardResource implements Resource {

    private static final String SORT = "-stageChangedAt";

    /** All open opportunities by stage. */
    public record Board(List<Column> columns) {}

    /**
     * A stage.
     *
     * @param count of all that are in it
     * @param value of all that are in it
     * @param items those that came into it last
     * @param next cursor with which {@code opportunities?stage=...&sort=-stageChangedAt} goes on; left out on the last page
     */
    public record Column(
            OpportunityStage stage,
            long count,
            BigDecimal value,
            BigDecimal weightedValue,
            List<OpportunityView> items,
            @Nullable String next) {}

    private record Sums(long count, BigDecimal value, BigDecimal weightedValue) {
        static final Sums NONE = new Sums(0, new BigDecimal("0.00"), new BigDecimal("0.00"));
    }

    private final Tables tables;
    private final Rows<Opportunity, OpportunityInput, OpportunityView> rows;

    @Activate
    public BoardResource(@Reference(target = "(domain=pipeline)") Tables tables, @Reference OpportunityRows rows) {
        this.tables = tables;
        this.rows = rows.rows();
    }

    @GET
    @Answers("invalid-parameter")
    @Summary("Open opportunities by stage, each column with its count, its value and its first page")
    public Board board(
            @QueryParam("assignedTo") @Nullable UUID assignedTo, @QueryParam("limit") @Nullable Integer limit) {
        int most = limit == null ? ListQuery.DEFAULT_LIMIT : limit;
        if (most < 1 || most > ListQuery.MAX_LIMIT) {
            throw Problem.parameter("limit", "A column shows 1 to " + ListQuery.MAX_LIMIT + " opportunities.");
        }
        Map<OpportunityStage, Sums> sums = sums(assignedTo);
        return new Board(OpenValue.OPEN.stream()
                .map(stage -> column(stage, sums.getOrDefault(stage, Sums.NONE), assignedTo, most))
                .toList());
    }

    private Column column(OpportunityStage stage, Sums sums, @Nullable UUID assignedTo, int limit) {
        var filters = new LinkedHashMap<String, String>();
        filters.put("stage", Coded.of(stage));
        if (assignedTo != null) {
            filters.put("assignedTo", assignedTo.toString());
        }
        Page<OpportunityView> page =
                rows.list(new ListQuery(limit, Optional.empty(), Optional.of(SORT), filters, false));
        return new Column(stage, sums.count, sums.value, sums.weightedValue, page.items(), page.next());
    }

    private Map<OpportunityStage, Sums> sums(@Nullable UUID assignedTo) {
        var sums = new HashMap<OpportunityStage, Sums>();
        List<?> found = tables.entities()
                .createNativeQuery("select stage, count(*), sum(value), sum(weighted_value) from pipeline.opportunities"
                        + " where organization_id = ?1 and stage not in ('won', 'lost') and deleted_at is null"
                        + " and (cast(?2 as uuid) is null or assigned_to = cast(?2 as uuid)) group by stage")
                .setParameter(1, Call.tenant())
                .setParameter(2, assignedTo == null ? null : assignedTo.toString())
                .getResultList();
        for (Object one : found) {
            var row = (Object[]) one;
            var stage = OpportunityStage.valueOf(row[0].toString().toUpperCase(Locale.ROOT));
            sums.put(stage, new Sums(((Number) row[1]).longValue(), (BigDecimal) row[2], (BigDecimal) row[3]));
        }
        return sums;
    }
}
