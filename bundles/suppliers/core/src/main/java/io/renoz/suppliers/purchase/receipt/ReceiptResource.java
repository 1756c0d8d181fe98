package io.renoz.suppliers.purchase.receipt;

import io.renoz.data.Rows;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Permissions;
import java.util.Optional;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/receipts} */
@Component
@Path("receipts")
public final class ReceiptResource implements Reads<ReceiptView> {

    /** Why a receipt is undone. */
    public record Reversed(@NotBlank @Size(max = 500) String reversalReason) {}

    private final ReceiptRows receipts;
    private final Receiving receiving;

    @Activate
    public ReceiptResource(@Reference ReceiptRows receipts, @Reference Receiving receiving) {
        this.receipts = receipts;
        this.receiving = receiving;
    }

    @Override
    public Rows<?, ?, ReceiptView> records() {
        return receipts.rows();
    }

    @POST
    @Path("{id}/inspect")
    @Allow(Permissions.RECEIVE)
    @Summary("Accepts or refuses goods that wait for inspection")
    @Answers({"invalid-transition", "serial-conflict", "location-not-receivable", "period-closed"})
    public ReceiptView inspect(@PathParam("id") UUID id, Optional<Inspection> inspection) {
        Inspection found = inspection.orElseGet(Inspection::allGood);
        return receipts.change(
                id, (receipt, order) -> receiving.inspect(receipt, order, found.lines(), found.qualityNotes()));
    }

    @POST
    @Path("{id}/reverse")
    @Allow(Permissions.RECEIVE)
    @Summary("Undoes a receipt while its goods are here and nobody's")
    @Answers({"invalid-transition", "insufficient-stock", "module-disabled", "already-reversed"})
    public ReceiptView reverse(@PathParam("id") UUID id, Reversed reversed) {
        return receipts.change(id, (receipt, order) -> receiving.reverse(receipt, order, reversed.reversalReason()));
    }
}
