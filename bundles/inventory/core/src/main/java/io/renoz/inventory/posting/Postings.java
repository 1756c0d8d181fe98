package io.renoz.inventory.posting;

import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Rights;
import io.renoz.inventory.api.IssueCommand;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.ReceiveCommand;
import io.renoz.inventory.api.ReturnCommand;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.ShipCommand;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockPosting;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.api.SupplierReturnCommand;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.posting.Incoming.Arrival;
import io.renoz.inventory.posting.Outgoing.Leaving;
import io.renoz.inventory.stock.CostLayerReferenceType;
import io.renoz.inventory.stock.MovementType;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stock movements for other modules. */
@Component
public final class Postings implements StockPosting {

    private static final int LONGEST_REASON = 1000;

    private final Incoming incoming;
    private final Outgoing outgoing;
    private final Reversal reversal;
    private final Places places;
    private final ModuleGate gate;
    private final Clock clock;

    @Activate
    public Postings(
            @Reference Incoming incoming,
            @Reference Outgoing outgoing,
            @Reference Reversal reversal,
            @Reference Places places,
            @Reference ModuleGate gate,
            @Reference Clock clock) {
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.reversal = reversal;
        this.places = places;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Posting receive(ReceiveCommand command) {
        return incoming.receive(new Arrival(
                command.document(),
                MovementType.RECEIVE,
                CostLayerReferenceType.PURCHASE_ORDER,
                command.locationId(),
                command.supplierId(),
                command.occurredAt(),
                null,
                command.notes(),
                command.lines().stream()
                        .map(line -> new Incoming.Line(
                                line.lineId(),
                                line.productId(),
                                line.warehouseLocationId(),
                                line.quantity(),
                                line.totalCost(),
                                line.sourceCurrency(),
                                line.exchangeRate(),
                                line.lotNumber(),
                                line.expiryDate(),
                                line.serials(),
                                line.status(),
                                StockOwnership.OWN))
                        .toList()));
    }

    @Override
    public Posting ship(ShipCommand command) {
        requireOn("orders");
        Instant at = command.occurredAt() == null ? Instant.now(clock) : command.occurredAt();
        UUID shipment = command.shipment().id();
        return outgoing.take(new Leaving(
                command.shipment(),
                MovementType.SHIP,
                command.demandType(),
                command.scope(),
                StockStatus.AVAILABLE,
                null,
                command.lines(),
                command.occurredAt(),
                SerializedItemEventType.SHIPPED,
                (unit, line) -> unit.ship(line, shipment, command.customerId(), at),
                InventoryEvents.SHIPPED));
    }

    @Override
    public Posting issueToJob(IssueCommand command) {
        requireOn("jobs");
        UUID location = command.locationId();
        Rights.requireOwn(
                Permissions.ISSUE, Permissions.ISSUE_OWN, () -> location == null ? null : places.assignee(location));
        Instant at = command.occurredAt() == null ? Instant.now(clock) : command.occurredAt();
        return outgoing.take(new Leaving(
                command.job(),
                MovementType.ISSUE,
                command.demandType(),
                new LocationScope(location),
                StockStatus.AVAILABLE,
                null,
                command.lines(),
                command.occurredAt(),
                SerializedItemEventType.INSTALLED,
                (unit, line) -> unit.install(command.job().id(), command.customerId(), at),
                InventoryEvents.ISSUED));
    }

    /** INV-24: what serves a module that is off is refused. */
    private void requireOn(String module) {
        if (!gate.isEnabled(module)) {
            throw Problem.of("module-disabled", "The module " + module + " is off.")
                    .with("module", module);
        }
    }

    @Override
    public Posting receiveReturn(ReturnCommand command) {
        for (int i = 0; i < command.lines().size(); i++) {
            if (command.lines().get(i).condition() == StockStatus.AVAILABLE) {
                throw Problem.invalid(
                        SerialLines.field(i) + "/condition", "What comes back is looked at before it is available.");
            }
        }
        return incoming.receive(new Arrival(
                command.document(),
                MovementType.RETURN,
                CostLayerReferenceType.RMA,
                command.locationId(),
                null,
                command.occurredAt(),
                null,
                null,
                command.lines().stream()
                        .map(line -> new Incoming.Line(
                                line.lineId(),
                                line.productId(),
                                line.warehouseLocationId(),
                                line.quantity(),
                                line.totalCost(),
                                null,
                                null,
                                null,
                                null,
                                line.serials(),
                                line.condition(),
                                line.ownership()))
                        .toList()));
    }

    @Override
    public Posting returnToSupplier(SupplierReturnCommand command) {
        return outgoing.take(new Leaving(
                command.document(),
                MovementType.RETURN,
                null,
                new LocationScope(command.locationId()),
                command.status(),
                LocalDate.EPOCH,
                command.lines(),
                command.occurredAt(),
                SerializedItemEventType.RETURNED,
                (unit, line) -> unit.leave(SerializedItemStatus.SHIPPED),
                InventoryEvents.RETURNED));
    }

    @Override
    public Posting reverse(UUID postingId, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "A reason has 1 to " + LONGEST_REASON + " characters.");
        }
        return reversal.posting(postingId, reason);
    }
}
