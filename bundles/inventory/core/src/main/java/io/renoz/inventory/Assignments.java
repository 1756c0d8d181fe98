package io.renoz.inventory;

import io.renoz.data.Tables;
import io.renoz.users.api.AssignmentHolder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is assigned to whom: vehicles and locations, and counts that are not over. */
@Component
public final class Assignments implements AssignmentHolder {

    private static final String COUNTS =
            "from inventory.stock_counts where organization_id = ?1 and assigned_to = ?2 and status in ('draft', 'in_progress')";

    private static final String LOCATIONS = "from inventory.locations where organization_id = ?1 and is_active"
            + " and (assigned_user_id = ?2 or manager_user_id = ?2)";

    private final Tables tables;

    @Activate
    public Assignments(@Reference(target = "(domain=inventory)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<AssignmentCount> openAssignments(UUID user) {
        var counts = new ArrayList<AssignmentCount>();
        add(counts, RecordTypes.COUNT, COUNTS, user);
        add(counts, RecordTypes.LOCATION, LOCATIONS, user);
        return counts;
    }

    private void add(List<AssignmentCount> counts, String type, String from, UUID user) {
        int count = Sql.column(tables, Number.class, "select count(*) " + from, user)
                .get(0)
                .intValue();
        if (count > 0) {
            counts.add(new AssignmentCount(type, count));
        }
    }

    @Override
    public int reassign(UUID from, UUID to) {
        tables.flush();
        int counts = Sql.of(tables, """
                        update inventory.stock_counts set assigned_to = ?3, version = version + 1, updated_at = now()
                         where organization_id = ?1 and assigned_to = ?2 and status in ('draft', 'in_progress')
                        """, from, to).executeUpdate();
        return counts + Sql.of(tables, """
                        update inventory.locations
                           set assigned_user_id = case when assigned_user_id = ?2 then ?3 else assigned_user_id end,
                               manager_user_id = case when manager_user_id = ?2 then ?3 else manager_user_id end,
                               version = version + 1, updated_at = now()
                         where organization_id = ?1 and is_active and (assigned_user_id = ?2 or manager_user_id = ?2)
                        """, from, to).executeUpdate();
    }
}
