package io.renoz.inventory.reservation;

import io.renoz.data.Tables;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.ReservationStatus;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds that nobody made firm lapse; those somebody is busy with wait for the next time. */
@Component
public final class ReservationExpiry implements Job {

    private static final int BATCH = 200;

    private static final String LAPSED = """
            select id from inventory.stock_reservations
             where organization_id = ?1 and status in ('active', 'partially_fulfilled') and expires_at <= ?2
             order by id limit 200 for no key update skip locked
            """;

    private final Tables tables;
    private final Claims claims;
    private final InventoryCalendar calendar;

    @Activate
    public ReservationExpiry(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Claims claims,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.claims = claims;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "inventory.reservation-expiry";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(5));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        List<UUID> lapsed = Sql.column(tables, UUID.class, LAPSED, Timestamp.from(calendar.now()));
        Holdings holdings = claims.read(lapsed);
        claims.close(holdings.all(), holdings, ReservationStatus.EXPIRED, "The hold lapsed");
        return lapsed.size() < BATCH ? Optional.empty() : Optional.of("more");
    }
}
