package io.renoz.inventory.posting;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.inventory.posting.StockBodies.Posted;
import io.renoz.inventory.posting.StockBodies.Reason;
import io.renoz.inventory.stock.Movement;
import io.renoz.inventory.stock.MovementType;
import io.renoz.inventory.stock.MovementView;
import io.renoz.rest.Answers;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/movements}: the ledger; it only grows. */
@Component
@Path("movements")
public final class MovementResource implements Reads<MovementView> {

    /** Callers set nothing. */
    private record Nothing(MovementType movementType) {}

    private final Rows<Movement, ?, MovementView> movements;
    private final Reversal reversal;

    @Activate
    public MovementResource(@Reference(target = "(domain=inventory)") Tables tables, @Reference Reversal reversal) {
        this.movements = tables.of(Movement.class)
                .filter("productId", "locationId", "warehouseLocationId", "inventoryId", "movementType", "postingId")
                .filter("referenceType", "referenceId", "referenceLineId", "occurredAt", "createdBy", "createdAt")
                .filter("affectsOnHand")
                .sort("-movementNumber", "occurredAt", "id")
                .byName(Nothing.class, MovementView.class);
        this.reversal = reversal;
    }

    @Override
    public Rows<Movement, ?, MovementView> records() {
        return movements;
    }

    @POST
    @Path("{id}/reverse")
    @Summary("Posts the opposite movement; the original stays")
    @Answers({"already-reversed", "insufficient-stock", "period-closed", "serial-conflict", "invalid-state"})
    public Posted reverse(@PathParam("id") UUID id, Reason reason) {
        return Posted.of(reversal.movement(id, reason.reason()));
    }
}
