package io.renoz.orders.payment;

import io.renoz.data.Call;
import io.renoz.data.Page;
import io.renoz.data.Tables;
import io.renoz.orders.api.LedgerEntry;
import io.renoz.orders.api.LedgerEntryType;
import io.renoz.orders.api.OpenItem;
import io.renoz.orders.api.TaxTotal;
import io.renoz.orders.api.TaxType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.persistence.Query;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the ledger says, in single statements whatever the number of orders. */
@Component(service = LedgerReads.class)
public final class LedgerReads {

    /** Most open items of a page. */
    static final int MOST = 200;

    private final Tables tables;
    private final Dates dates;

    @Activate
    public LedgerReads(@Reference(target = "(domain=orders)") Tables tables, @Reference Dates dates) {
        this.tables = tables;
        this.dates = dates;
    }

    List<LedgerEntry> ledger(UUID customerId, LocalDate from, LocalDate to) {
        return rows(query(LedgerSql.LEDGER)
                        .setParameter(3, customerId)
                        .setParameter(4, from)
                        .setParameter(5, to))
                .map(row -> new LedgerEntry(
                        day(row[0]),
                        LedgerEntryType.valueOf((String) row[1]),
                        (UUID) row[2],
                        (String) row[3],
                        (UUID) row[4],
                        (String) row[5],
                        (String) row[6],
                        money(row[7])))
                .toList();
    }

    BigDecimal balanceAsOf(UUID customerId, LocalDate day) {
        return money(query(LedgerSql.BALANCE)
                .setParameter(3, customerId)
                .setParameter(4, day)
                .getSingleResult());
    }

    Page<OpenItem> openItems(@Nullable UUID customerId, LocalDate asOf, @Nullable String cursor, int limit) {
        Optional<OpenCursor> after = Optional.ofNullable(cursor).map(OpenCursor::read);
        List<OpenItem> found = rows(query(LedgerSql.OPEN)
                        .setParameter(3, asOf)
                        .setParameter(4, text(customerId))
                        .setParameter(5, after.map(c -> c.customer().toString()).orElse(null))
                        .setParameter(6, after.map(c -> c.due().toString()).orElse(null))
                        .setParameter(7, after.map(c -> c.order().toString()).orElse(null))
                        .setParameter(8, limit + 1))
                .map(row -> item(row, asOf))
                .toList();
        if (found.size() <= limit) {
            return Page.of(found);
        }
        List<OpenItem> shown = found.subList(0, limit);
        return new Page<>(shown, OpenCursor.after(shown.get(limit - 1)).text(), null);
    }

    /** How many open items there are in all. */
    long countOpen(@Nullable UUID customerId, LocalDate asOf) {
        Object count = query(LedgerSql.COUNT_OPEN)
                .setParameter(3, asOf)
                .setParameter(4, text(customerId))
                .getSingleResult();
        return ((Number) count).longValue();
    }

    private static OpenItem item(Object[] row, LocalDate asOf) {
        LocalDate due = day(row[6]);
        return new OpenItem(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (UUID) row[3],
                (String) row[4],
                day(row[5]),
                due,
                Math.toIntExact(ChronoUnit.DAYS.between(due, asOf)),
                money(row[7]),
                money(row[8]));
    }

    List<TaxTotal> taxByType(LocalDate from, LocalDate to) {
        return rows(query(LedgerSql.TAX).setParameter(3, from).setParameter(4, to))
                .map(row -> new TaxTotal(
                        TaxType.valueOf(((String) row[0]).toUpperCase(Locale.ROOT)),
                        (BigDecimal) row[1],
                        money(row[2]),
                        money(row[3])))
                .toList();
    }

    private Query query(String sql) {
        Query query = tables.entities().createNativeQuery(sql).setParameter(1, Call.tenant());
        return sql.contains("?2") ? query.setParameter(2, dates.zone().getId()) : query;
    }

    @SuppressWarnings("unchecked") // rows of several columns are arrays
    private static Stream<Object[]> rows(Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static LocalDate day(Object value) {
        return ((Date) value).toLocalDate();
    }

    private static BigDecimal money(Object value) {
        return ((BigDecimal) value).setScale(2, RoundingMode.HALF_UP);
    }
}
