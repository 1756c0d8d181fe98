package io.renoz.inventory;

import io.renoz.data.Tables;
import io.renoz.inventory.reservation.Claims;
import io.renoz.module.ModuleLifecycle;
import io.renoz.problem.Problem;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happens when an organization turns inventory on or off. */
@Component
public final class InventoryLifecycle implements ModuleLifecycle {

    private static final String UNDER_WAY = """
            select transfer_number, cast(id as text) from inventory.stock_transfers
             where organization_id = ?1 and status in ('in_transit', 'partially_received') order by id limit 100
            """;

    private final Tables tables;
    private final InventorySequences sequences;
    private final Claims claims;

    @Activate
    public InventoryLifecycle(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference InventorySequences sequences,
            @Reference Claims claims) {
        this.tables = tables;
        this.sequences = sequences;
        this.claims = claims;
    }

    @Override
    public void beforeEnable() {
        sequences.register();
    }

    /** INV-24, INV-27: not while goods are promised or under way. */
    @Override
    public void beforeDisable() {
        List<String> reservations = claims.open();
        List<String> transfers =
                Sql.rows(tables, UNDER_WAY).stream().map(row -> (String) row[0]).toList();
        if (!reservations.isEmpty() || !transfers.isEmpty()) {
            throw Problem.of("reference-in-use", "Stock is still reserved, or under way.")
                    .with("reservations", reservations)
                    .with("transfers", transfers);
        }
    }
}
