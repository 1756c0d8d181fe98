package io.renoz.suppliers.supplier;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.SettingsReader;
import io.renoz.suppliers.SuppliersSettings;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * SUP-23: rewrites how well suppliers did in the month in progress, until the 3rd in the month before, too, and what was ordered
 * from each in all.
 */
@Component
public final class MetricsRun implements Job {

    private static final int BATCH = 500;
    private static final int FINAL_DAY = 3;
    private static final String TOTALS = "totals";

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public MetricsRun(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference SettingsReader settings,
            @Reference Clock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "suppliers.supplier-metrics";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(2, 30));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        if (from.isEmpty()) {
            OrganizationProfile organization = organizations.current();
            LocalDate today = organization.today(clock);
            LocalDate month = today.withDayOfMonth(1);
            if (today.getDayOfMonth() <= FINAL_DAY) {
                rewrite(month.minusMonths(1), organization);
            }
            rewrite(month, organization);
            return Optional.of(TOTALS);
        }
        return total() ? Optional.of(TOTALS) : Optional.empty();
    }

    private void rewrite(LocalDate month, OrganizationProfile organization) {
        Map<UUID, Object[]> delivered = rows(
                FigureSql.DELIVERED,
                month,
                month.plusMonths(1),
                settings.getInt(SuppliersSettings.CATEGORY, SuppliersSettings.GRACE_DAYS));
        Map<UUID, Object[]> arrived =
                rows(FigureSql.ARRIVED, start(month, organization), start(month.plusMonths(1), organization), null);
        Map<UUID, PerformanceMetric> kept = tables.entities()
                .createQuery("select m from PerformanceMetric m where m.metricMonth = :month", PerformanceMetric.class)
                .setParameter("month", month)
                .getResultStream()
                .collect(Collectors.toMap(metric -> metric.supplierId, Function.identity()));
        Set<UUID> suppliers = new TreeSet<>(delivered.keySet());
        suppliers.addAll(arrived.keySet());
        suppliers.addAll(kept.keySet());
        for (UUID supplier : suppliers) {
            PerformanceMetric metric = kept.containsKey(supplier)
                    ? kept.get(supplier)
                    : tables.add(new PerformanceMetric(supplier, month));
            metric.take(figures(delivered.get(supplier), arrived.get(supplier)));
        }
        tables.flush();
    }

    private static Timestamp start(LocalDate day, OrganizationProfile organization) {
        return Timestamp.from(day.atStartOfDay(organization.timezone()).toInstant());
    }

    private static Figures figures(Object @Nullable [] delivered, Object @Nullable [] arrived) {
        Figures none = Figures.NONE;
        return new Figures(
                delivered == null ? 0 : ((Number) delivered[1]).intValue(),
                delivered == null ? 0 : ((Number) delivered[2]).intValue(),
                arrived == null ? none.received() : (BigDecimal) arrived[1],
                arrived == null ? none.accepted() : (BigDecimal) arrived[2],
                arrived == null ? none.rejected() : (BigDecimal) arrived[3],
                delivered == null ? none.spend() : (BigDecimal) delivered[3],
                delivered == null ? none.variance() : (BigDecimal) delivered[4],
                delivered == null ? null : (BigDecimal) delivered[5],
                delivered == null ? null : (BigDecimal) delivered[6],
                delivered == null ? null : (BigDecimal) delivered[7]);
    }

    /** Rows by the supplier that they begin with. */
    private Map<UUID, Object[]> rows(String sql, Object from, Object until, @Nullable Object graceDays) {
        var query = tables.entities()
                .createNativeQuery(sql)
                .setParameter(1, Call.tenant())
                .setParameter(2, from)
                .setParameter(3, until);
        if (graceDays != null) {
            query.setParameter(4, graceDays);
        }
        var rows = new HashMap<UUID, Object[]>();
        for (Object row : query.getResultList()) {
            var columns = (Object[]) row;
            rows.put((UUID) columns[0], columns);
        }
        return rows;
    }

    /** Gives some suppliers their totals; whether there may be more that have wrong ones. */
    private boolean total() {
        List<?> stale = tables.entities()
                .createNativeQuery(FigureSql.STALE)
                .setParameter(1, Call.tenant())
                .setMaxResults(BATCH)
                .getResultList();
        if (stale.isEmpty()) {
            return false;
        }
        var totals = new HashMap<UUID, Totals>();
        for (Object row : stale) {
            var columns = (Object[]) row;
            totals.put(
                    (UUID) columns[0],
                    new Totals(
                            ((Number) columns[1]).intValue(),
                            ((BigDecimal) columns[2]).setScale(2),
                            day(columns[3]),
                            day(columns[4])));
        }
        tables.entities()
                .createQuery("select s from Supplier s where s.id in :ids", Supplier.class)
                .setParameter("ids", totals.keySet())
                .getResultStream()
                .forEach(supplier -> supplier.take(totals.getOrDefault(supplier.id(), Totals.NONE)));
        tables.flush();
        return stale.size() == BATCH;
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
