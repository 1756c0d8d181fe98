package io.renoz.suppliers.supplier;

import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.Texts;
import io.renoz.suppliers.api.SupplierStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/v1/suppliers/suppliers/{id}/status}. Finance may blacklist without being let to write anything else, so it is
 * the move that asks for its permission.
 */
@Component
@Path("suppliers/{id}/status")
public final class StatusResource implements Resource {

    /**
     * A move along the life cycle.
     *
     * @param reason needed to suspend and to blacklist
     */
    public record Move(
            @NotNull SupplierStatus status,
            @Nullable @Size(max = 500) String reason) {
        public Move {
            reason = Texts.plain(reason);
        }
    }

    private final Tables tables;
    private final Rows<Supplier, SupplierInput, SupplierView> suppliers;
    private final EventPublisher events;

    @Activate
    public StatusResource(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference SupplierRows suppliers,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.suppliers = suppliers.rows();
        this.events = events;
    }

    @POST
    @Allow(Permissions.READ)
    @Summary("Activates, deactivates, suspends or blacklists, with a reason")
    @Answers({"invalid-transition", "forbidden"})
    public SupplierView move(@PathParam("id") UUID id, Move move) {
        Call call = Call.current();
        call.require(move.status == SupplierStatus.BLACKLISTED ? Permissions.APPROVE : Permissions.WRITE);
        Locks.hold(tables, List.of(id));
        return suppliers.change(id, supplier -> {
            SupplierStatus before = supplier.status;
            supplier.become(move.status, move.reason, call);
            events.publish(changed(supplier, before));
        });
    }

    private static DomainEvent changed(Supplier supplier, SupplierStatus before) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("from", Coded.of(before));
        payload.put("to", Coded.of(supplier.status));
        if (supplier.statusReason != null) {
            payload.put("reason", supplier.statusReason);
        }
        return new DomainEvent("suppliers.supplier.status-changed", "supplier", supplier.id(), payload);
    }
}
