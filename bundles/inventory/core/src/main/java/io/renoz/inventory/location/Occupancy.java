package io.renoz.inventory.location;

import io.renoz.data.Tables;
import io.renoz.inventory.Sql;
import io.renoz.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-23: what still keeps a location or a place from going. */
@Component(service = Occupancy.class)
public final class Occupancy {

    private static final String[] KINDS = {"stock", "reservations", "transfers", "counts"};

    private static final String OF_LOCATION = """
            select (select count(*) from inventory.inventory b
                     where b.organization_id = ?1 and b.location_id = ?2
                       and (b.quantity_on_hand <> 0 or b.quantity_allocated <> 0)),
                   (select count(*) from inventory.stock_reservations r
                     where r.organization_id = ?1 and r.location_id = ?2
                       and r.status in ('active', 'partially_fulfilled')),
                   (select count(*) from inventory.stock_transfers t
                     where t.organization_id = ?1 and (t.from_location_id = ?2 or t.to_location_id = ?2)
                       and t.status in ('draft', 'in_transit', 'partially_received')),
                   (select count(*) from inventory.stock_counts c
                     where c.organization_id = ?1 and c.location_id = ?2
                       and c.status in ('draft', 'in_progress', 'in_review'))
            """;

    private static final String OF_PLACE = """
            select (select count(*) from inventory.inventory b
                     where b.organization_id = ?1 and b.warehouse_location_id = ?2
                       and (b.quantity_on_hand <> 0 or b.quantity_allocated <> 0)),
                   0,
                   (select count(*) from inventory.stock_transfer_items i
                      join inventory.stock_transfers t on t.organization_id = ?1 and t.id = i.transfer_id
                     where i.organization_id = ?1
                       and (i.from_warehouse_location_id = ?2 or i.to_warehouse_location_id = ?2)
                       and t.status in ('draft', 'in_transit', 'partially_received')),
                   (select count(*) from inventory.stock_counts c
                     where c.organization_id = ?1 and c.warehouse_location_id = ?2
                       and c.status in ('draft', 'in_progress', 'in_review'))
            """;

    private static final String HISTORY = """
            select (select count(*) from inventory.inventory_movements m
                     where m.organization_id = ?1 and (m.location_id = ?2 or m.warehouse_location_id = ?2)),
                   (select count(*) from inventory.warehouse_locations w
                     where w.organization_id = ?1 and (w.location_id = ?2 or w.parent_id = ?2) and not w.is_root)
            """;

    private final Tables tables;

    @Activate
    public Occupancy(@Reference(target = "(domain=inventory)") Tables tables) {
        this.tables = tables;
    }

    /**
     * Refuses while a location holds stock, or something open refers to it.
     *
     * @throws Problem {@code reference-in-use} with the counts
     */
    void requireEmpty(UUID location) {
        refuse(counts(OF_LOCATION, location));
    }

    /** The same for a place. */
    void requireEmptyPlace(UUID place) {
        refuse(counts(OF_PLACE, place));
    }

    /** The same, also for what has been there: the ledger keeps it. */
    void requireUnused(UUID location) {
        Map<String, Long> counts = counts(OF_LOCATION, location);
        addHistory(counts, location);
        refuse(counts);
    }

    /** The same for a place. */
    void requireUnusedPlace(UUID place) {
        Map<String, Long> counts = counts(OF_PLACE, place);
        addHistory(counts, place);
        refuse(counts);
    }

    private Map<String, Long> counts(String text, UUID id) {
        Object[] row = Sql.rows(tables, text, id).get(0);
        var counts = new LinkedHashMap<String, Long>();
        for (int i = 0; i < KINDS.length; i++) {
            counts.put(KINDS[i], ((Number) row[i]).longValue());
        }
        return counts;
    }

    private void addHistory(Map<String, Long> counts, UUID id) {
        Object[] row = Sql.rows(tables, HISTORY, id).get(0);
        counts.put("movements", ((Number) row[0]).longValue());
        counts.put("places", ((Number) row[1]).longValue());
    }

    private static void refuse(Map<String, Long> counts) {
        counts.values().removeIf(count -> count == 0);
        if (!counts.isEmpty()) {
            throw Problem.of("reference-in-use", "It is still used by " + String.join(", ", counts.keySet()) + ".")
                    .with("references", counts);
        }
    }
}
