package io.renoz.inventory.stock;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Sql;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.api.Notifications;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** INV-02: every night balances are held against movements, layers and serials; it reports and never repairs. */
@Component
public final class LedgerCheck implements Job {

    private static final Logger log = LoggerFactory.getLogger(LedgerCheck.class);

    private static final Map<String, String> CHECKS = Map.of(
            "its movements", """
            select cast(b.id as text) from inventory.inventory b
              left join (select inventory_id, sum(quantity) as sum from inventory.inventory_movements
                          where organization_id = ?1 and affects_on_hand group by 1) m on m.inventory_id = b.id
             where b.organization_id = ?1 and b.quantity_on_hand <> coalesce(m.sum, 0) limit 100
            """,
            "its cost layers", """
            select cast(b.id as text) from inventory.inventory b
              left join (select inventory_id, sum(cost_remaining) as cost, sum(quantity_remaining) as quantity
                           from inventory.inventory_cost_layers where organization_id = ?1 group by 1) l on l.inventory_id = b.id
             where b.organization_id = ?1 and b.quantity_on_hand >= 0
               and (b.total_value <> coalesce(l.cost, 0) or b.quantity_on_hand <> coalesce(l.quantity, 0)) limit 100
            """,
            "its serials", """
            select cast(b.id as text) from inventory.inventory b
              join (select inventory_id, count(*) as count from inventory.serialized_items
                     where organization_id = ?1 and inventory_id is not null group by 1) s on s.inventory_id = b.id
             where b.organization_id = ?1 and b.quantity_on_hand <> s.count limit 100
            """);

    private final Tables tables;
    private final Notifications notifications;

    @Activate
    public LedgerCheck(
            @Reference(target = "(domain=inventory)") Tables tables, @Reference Notifications notifications) {
        this.tables = tables;
        this.notifications = notifications;
    }

    @Override
    public String name() {
        return "inventory.ledger-check";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(3, 30));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        List<String> found = differences();
        if (!found.isEmpty()) {
            found.forEach(line -> log.error("Organization {}: {}", Call.tenant(), line));
            notifications.notify(NotificationRequest.of(
                            "inventory",
                            NotificationType.INVENTORY,
                            found.size() + " stock balances contradict the ledger",
                            String.join("\n", found.subList(0, Math.min(found.size(), 10))))
                    .toHoldersOf(Permissions.CONFIGURE)
                    .once("inventory.ledger-check"));
        }
        return Optional.empty();
    }

    /** A line for each balance that differs. */
    List<String> differences() {
        var found = new ArrayList<String>();
        CHECKS.forEach((what, text) -> Sql.column(tables, String.class, text)
                .forEach(id -> found.add("Balance " + id + " is not what " + what + " say.")));
        return found;
    }
}
