package com.example.pettycash.box;

import com.example.pettycash.api.Category;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/petty-cash/boxes/{id}/summary} */
@Component
@Path("boxes/{id}/summary")
public final class SummaryResource implements Resource {

    /** What went in and out of a box, both days included. */
    public record Sums(LocalDate from, LocalDate to, BigDecimal receipts, BigDecimal payments, List<Spent> spent) {}

    /** Payments of one category. */
    public record Spent(Category category, long count, BigDecimal total) {}

    /** One pass over the entries of the box: the row without a category holds the receipts. */
    private static final String SQL = """
            select category, count(*), sum(amount)
              from petty_cash.entries
             where organization_id = ?1 and box_id = ?2 and day between ?3 and ?4
             group by category
             order by category
            """;

    private final Tables tables;

    @Activate
    public SummaryResource(@Reference(target = "(domain=petty-cash)") Tables tables) {
        this.tables = tables;
    }

    @GET
    @Summary("Receipts and payments of a period, payments by category")
    public Sums get(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        if (from == null || to == null || to.isBefore(from)) {
            throw Problem.parameter(from == null ? "from" : "to", "A period has a first day and a last one: from, to.");
        }
        tables.require(Box.class, id);
        return sums(from, to, rows(id, from, to));
    }

    @SuppressWarnings("unchecked") // rows of several columns
    private List<Object[]> rows(UUID box, LocalDate from, LocalDate to) {
        return tables.entities()
                .createNativeQuery(SQL)
                .setParameter(1, Call.tenant())
                .setParameter(2, box)
                .setParameter(3, from)
                .setParameter(4, to)
                .getResultList();
    }

    private static Sums sums(LocalDate from, LocalDate to, List<Object[]> rows) {
        List<Spent> spent = rows.stream()
                .filter(row -> row[0] != null)
                .map(SummaryResource::spent)
                .toList();
        BigDecimal receipts = rows.stream()
                .filter(row -> row[0] == null)
                .map(row -> (BigDecimal) row[2])
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal payments = spent.stream().map(Spent::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Sums(from, to, receipts, payments, spent);
    }

    private static Spent spent(Object[] row) {
        Category category = Category.valueOf(((String) row[0]).toUpperCase(Locale.ROOT));
        return new Spent(category, ((Number) row[1]).longValue(), (BigDecimal) row[2]);
    }
}
