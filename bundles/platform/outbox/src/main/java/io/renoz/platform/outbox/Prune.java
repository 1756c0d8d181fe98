package io.renoz.platform.outbox;

import io.renoz.data.Databases;
import io.renoz.kernel.Migrator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code platform.prune}: removes every hour what is past its time. Two nodes doing it at once do no harm. */
@Component(
        immediate = true,
        service = {})
public final class Prune {

    private static final Logger log = LoggerFactory.getLogger(Prune.class);

    /** Each removes at most a batch, so that no statement is long. */
    private static final List<String> STATEMENTS = List.of("""
            delete from platform.event_deliveries where ctid = any (array(
              select d.ctid from platform.event_deliveries d
               where d.state = 'delivered' and d.delivered_at < now() - interval '14 days' limit 5000))
            """, """
            delete from platform.event_outbox where ctid = any (array(
              select e.ctid from platform.event_outbox e
               where e.occurred_at < now() - interval '14 days'
                 and not exists (select from platform.event_deliveries d
                                  where d.organization_id = e.organization_id and d.event_id = e.id) limit 5000))
            """, """
            delete from platform.idempotency_keys where ctid = any (array(
              select k.ctid from platform.idempotency_keys k where k.expires_at < now() limit 5000))
            """, """
            delete from platform.scheduled_job_runs where ctid = any (array(
              select r.ctid from platform.scheduled_job_runs r
               where r.started_at < now() - interval '30 days' and r.state <> 'running' limit 5000))
            """);

    private final Databases databases;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("renoz-prune", work));

    /** {@code schema} is there as soon as the tables are. */
    @Activate
    public Prune(@Reference Databases databases, @Reference Migrator schema) {
        this.databases = databases;
        var unused = clockwork.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void close() {
        clockwork.shutdownNow();
    }

    void run() {
        try (Connection connection = databases.platform().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                while (statement.executeUpdate(sql) > 0) {
                    log.debug("Pruned a batch: {}", sql);
                }
            }
        } catch (SQLException e) {
            log.warn("Nothing more could be pruned this hour: {}", e.getMessage());
        }
    }
}
