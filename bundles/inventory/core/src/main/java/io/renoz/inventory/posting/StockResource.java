package io.renoz.inventory.posting;

import io.renoz.data.Coded;
import io.renoz.data.Rows;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Rights;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.posting.StockBodies.Adjustment;
import io.renoz.inventory.posting.StockBodies.Moving;
import io.renoz.inventory.posting.StockBodies.Posted;
import io.renoz.inventory.posting.StockBodies.Receipt;
import io.renoz.inventory.posting.StockBodies.ReceiptLine;
import io.renoz.inventory.posting.StockBodies.Scrapping;
import io.renoz.inventory.posting.StockBodies.StatusChange;
import io.renoz.inventory.stock.AdjustmentReason;
import io.renoz.inventory.stock.Balance;
import io.renoz.inventory.stock.BalanceView;
import io.renoz.inventory.stock.CostLayerReferenceType;
import io.renoz.inventory.stock.MovementType;
import io.renoz.inventory.stock.Stock;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/stock}: balances, and what people do to them by hand; each act is one posting. */
@Component
@Path("stock")
public final class StockResource implements Reads<BalanceView> {

    private final Stock stock;
    private final Incoming incoming;
    private final Handling handling;
    private final Adjustments adjustments;

    @Activate
    public StockResource(
            @Reference Stock stock,
            @Reference Incoming incoming,
            @Reference Handling handling,
            @Reference Adjustments adjustments) {
        this.stock = stock;
        this.incoming = incoming;
        this.handling = handling;
        this.adjustments = adjustments;
    }

    @Override
    public Rows<Balance, ?, BalanceView> records() {
        return stock.rows();
    }

    @POST
    @Path("receive")
    @Allow(Permissions.RECEIVE)
    @Summary("Receives stock by hand")
    @Answers({"serial-conflict", "location-not-receivable", "period-closed"})
    public Posted receive(Receipt receipt) {
        boolean opening = receipt.reason() == AdjustmentReason.OPENING_BALANCE;
        return Posted.of(incoming.receive(new Incoming.Arrival(
                Handling.byHand(),
                MovementType.RECEIVE,
                opening ? CostLayerReferenceType.OPENING_BALANCE : CostLayerReferenceType.MANUAL_RECEIVE,
                receipt.locationId(),
                null,
                receipt.occurredAt(),
                receipt.reason(),
                receipt.notes(),
                receipt.lines().stream().map(StockResource::line).toList())));
    }

    private static Incoming.Line line(ReceiptLine line) {
        BigDecimal unitCost = line.unitCost();
        return new Incoming.Line(
                null,
                line.productId(),
                line.warehouseLocationId(),
                line.quantity(),
                unitCost == null ? null : Amounts.money(unitCost.multiply(line.quantity())),
                null,
                null,
                line.lotNumber(),
                line.expiryDate(),
                serials(line.serialNumbers()),
                condition(line.status()),
                StockOwnership.OWN);
    }

    private static List<String> serials(@Nullable List<String> named) {
        return named == null ? List.of() : named;
    }

    private static StockStatus condition(@Nullable StockStatus named) {
        return Objects.requireNonNullElse(named, StockStatus.AVAILABLE);
    }

    @POST
    @Path("move")
    @Allow(Allow.SIGNED_IN)
    @Summary("Moves stock from place to place, in one step")
    @Answers({"insufficient-stock", "bin-capacity-exceeded", "period-closed", "serial-conflict"})
    public Posted move(Moving moving) {
        Rights.requireEither(Permissions.TRANSFER, Permissions.TRANSFER_OWN);
        List<Portions.Line> lines = moving.lines().stream()
                .map(line -> new Portions.Line(
                        line.productId(),
                        line.fromWarehouseLocationId(),
                        line.lotNumber(),
                        condition(line.status()),
                        line.quantity(),
                        serials(line.serialNumbers())))
                .toList();
        return Posted.of(handling.move(
                lines,
                moving.lines().stream()
                        .map(StockBodies.MovingLine::toWarehouseLocationId)
                        .toList(),
                moving.occurredAt(),
                moving.notes()));
    }

    @POST
    @Path("change-status")
    @Summary("Moves stock to another condition")
    @Answers({"insufficient-stock", "invalid-transition", "period-closed", "serial-conflict"})
    public Posted changeStatus(StatusChange change) {
        List<Portions.Line> lines = change.lines().stream()
                .map(line -> new Portions.Line(
                        line.productId(),
                        line.warehouseLocationId(),
                        line.lotNumber(),
                        line.fromStatus(),
                        line.quantity(),
                        serials(line.serialNumbers())))
                .toList();
        return Posted.of(handling.changeStatus(
                lines,
                change.lines().stream().map(StockBodies.StatusLine::toStatus).toList(),
                change.occurredAt(),
                change.notes()));
    }

    @POST
    @Path("adjust")
    @Allow(Permissions.ADJUST)
    @Summary("Corrects quantity or value of stock, with a reason")
    @Answers({"insufficient-stock", "serial-conflict", "period-closed"})
    public Posted adjust(Adjustment adjustment) {
        List<Adjustments.Line> lines = adjustment.lines().stream()
                .map(line -> new Adjustments.Line(
                        line.productId(),
                        line.warehouseLocationId(),
                        line.lotNumber(),
                        line.expiryDate(),
                        condition(line.status()),
                        Objects.requireNonNullElse(line.ownership(), StockOwnership.OWN),
                        Objects.requireNonNullElse(line.quantityChange(), BigDecimal.ZERO),
                        line.unitCost(),
                        Objects.requireNonNullElse(line.valueChange(), BigDecimal.ZERO),
                        serials(line.serialNumbers())))
                .toList();
        return Posted.of(adjustments.adjust(lines, adjustment.reason(), adjustment.occurredAt(), adjustment.notes()));
    }

    @POST
    @Path("scrap")
    @Allow(Permissions.ADJUST)
    @Summary("Writes stock off as scrap, with a reason")
    @Answers({"insufficient-stock", "approval-required", "period-closed", "serial-conflict"})
    public Posted scrap(Scrapping scrapping) {
        List<Portions.Line> lines = scrapping.lines().stream()
                .map(line -> new Portions.Line(
                        line.productId(),
                        line.warehouseLocationId(),
                        line.lotNumber(),
                        condition(line.status()),
                        line.quantity(),
                        serials(line.serialNumbers())))
                .toList();
        if (scrapping.reason() == AdjustmentReason.FOUND || scrapping.reason() == AdjustmentReason.OPENING_BALANCE) {
            throw Problem.invalid(
                    "reason", "Stock is not scrapped because it is " + Coded.of(scrapping.reason()) + ".");
        }
        return Posted.of(handling.scrap(lines, scrapping.reason(), scrapping.occurredAt(), scrapping.notes()));
    }
}
