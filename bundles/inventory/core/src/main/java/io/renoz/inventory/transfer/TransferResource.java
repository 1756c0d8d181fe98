package io.renoz.inventory.transfer;

import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventorySequences;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Rights;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.transfer.TransferBodies.Arrival;
import io.renoz.inventory.transfer.TransferBodies.ArrivalLine;
import io.renoz.inventory.transfer.TransferBodies.Input;
import io.renoz.inventory.transfer.TransferBodies.Reason;
import io.renoz.inventory.transfer.TransferBodies.View;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import io.renoz.users.api.UserDirectory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/transfers} */
@Component
@Path("transfers")
public final class TransferResource implements Crud<Input, View> {

    private final Tables tables;
    private final Goods goods;
    private final Places places;
    private final UserDirectory users;
    private final InventorySequences sequences;
    private final Shipping shipping;
    private final Arriving arriving;
    private final Rows<StockTransfer, Input, View> transfers;

    @Activate
    public TransferResource(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Goods goods,
            @Reference Places places,
            @Reference UserDirectory users,
            @Reference InventorySequences sequences,
            @Reference Shipping shipping,
            @Reference Arriving arriving) {
        this.tables = tables;
        this.goods = goods;
        this.places = places;
        this.users = users;
        this.sequences = sequences;
        this.shipping = shipping;
        this.arriving = arriving;
        this.transfers = tables.of(StockTransfer.class)
                .filter("status", "fromLocationId", "toLocationId", "jobId", "neededBy", "createdAt", "transferNumber")
                .search("transferNumber")
                .sort("-createdAt", "transferNumber", "neededBy", "id")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<StockTransfer, Input, View> records() {
        return transfers;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Created<View> create(Input input) {
        return Crud.super.create(input);
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Page<View> createAll(Bulk<Input> inputs) {
        return Crud.super.createAll(inputs);
    }

    @Override
    public List<View> add(List<Input> inputs) {
        Rights.requireEither(Permissions.TRANSFER, Permissions.TRANSFER_OWN);
        Iterator<String> numbers =
                sequences.next(InventorySequences.TRANSFER, inputs.size()).iterator();
        return transfers.createAll(inputs, (transfer, input) -> {
            check(transfer);
            transfer.transferNumber = numbers.next();
        });
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Answers("invalid-transition")
    public View update(UUID id, Patch<Input> patch) {
        Rights.requireEither(Permissions.TRANSFER, Permissions.TRANSFER_OWN);
        tables.lock(StockTransfer.class, id).requireDraft();
        return transfers.update(id, patch, (transfer, input) -> check(transfer));
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Answers("invalid-transition")
    public void delete(UUID id) {
        Rights.requireEither(Permissions.TRANSFER, Permissions.TRANSFER_OWN);
        StockTransfer transfer = tables.lock(StockTransfer.class, id);
        requireOwn(transfer.fromLocationId);
        transfer.requireDraft();
        transfers.delete(id);
    }

    private void requireOwn(UUID location) {
        Rights.requireOwn(Permissions.TRANSFER, Permissions.TRANSFER_OWN, () -> places.assignee(location));
    }

    private void check(StockTransfer transfer) {
        places.location(transfer.fromLocationId, "fromLocationId");
        places.location(transfer.toLocationId, "toLocationId");
        requireOwn(transfer.fromLocationId);
        UUID requester = transfer.requestedBy;
        if (requester != null && users.find(requester).isEmpty()) {
            throw Problem.invalid("requestedBy", "There is no such user.");
        }
        Map<UUID, ProductSummary> products = goods.require("items", transfer.items, item -> item.productId);
        Map<UUID, Place> named = places.find(transfer.items.stream()
                .flatMap(item -> Stream.of(item.fromWarehouseLocationId, item.toWarehouseLocationId))
                .filter(Objects::nonNull)
                .toList());
        for (int i = 0; i < transfer.items.size(); i++) {
            StockTransferItem item = transfer.items.get(i);
            Goods.requireUnit(
                    Objects.requireNonNull(products.get(item.productId)), item.quantity, "items/" + i + "/quantity");
            requirePlace(
                    named,
                    item.fromWarehouseLocationId,
                    transfer.fromLocationId,
                    "items/" + i + "/fromWarehouseLocationId");
            requirePlace(
                    named, item.toWarehouseLocationId, transfer.toLocationId, "items/" + i + "/toWarehouseLocationId");
        }
    }

    private static void requirePlace(Map<UUID, Place> named, @Nullable UUID id, UUID location, String field) {
        if (id != null
                && (!named.containsKey(id)
                        || !Objects.requireNonNull(named.get(id)).locationId().equals(location))) {
            throw Problem.invalid(field, "There is no such place in the location.");
        }
    }

    private View act(UUID id, Consumer<StockTransfer> act) {
        Rights.requireEither(Permissions.TRANSFER, Permissions.TRANSFER_OWN);
        tables.lock(StockTransfer.class, id);
        return transfers.change(id, transfer -> {
            act.accept(transfer);
            transfer.touch();
        });
    }

    @POST
    @Path("{id}/ship")
    @Allow(Allow.SIGNED_IN)
    @Summary("Takes the goods out of the source")
    @Answers({"invalid-transition", "insufficient-stock", "serial-conflict"})
    public View ship(@PathParam("id") UUID id) {
        return act(id, transfer -> {
            requireOwn(transfer.fromLocationId);
            shipping.ship(transfer);
        });
    }

    @POST
    @Path("{id}/receive")
    @Allow(Allow.SIGNED_IN)
    @Summary("Books received and lost quantities by line")
    @Answers({"invalid-transition", "location-not-receivable"})
    public View receive(@PathParam("id") UUID id, Arrival arrival) {
        return act(id, transfer -> {
            if (!places.mine(transfer.toLocationId)) {
                requireOwn(transfer.fromLocationId);
            }
            transfer.require(TransferStatus.RECEIVED);
            List<ArrivalLine> lines = arrival.lines();
            arriving.receive(transfer, lines == null ? everything(transfer) : parts(transfer, lines));
        });
    }

    private static List<Arriving.Part> everything(StockTransfer transfer) {
        var parts = new ArrayList<Arriving.Part>();
        for (StockTransferItem item : transfer.items) {
            if (item.open().signum() > 0) {
                parts.add(new Arriving.Part(
                        item, parts.size(), item.open(), Amounts.NO_GOODS, null, List.of(), List.of()));
            }
        }
        return parts;
    }

    private static List<Arriving.Part> parts(StockTransfer transfer, List<ArrivalLine> lines) {
        var parts = new ArrayList<Arriving.Part>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < lines.size(); i++) {
            ArrivalLine line = lines.get(i);
            String field = "lines/" + i;
            StockTransferItem item = transfer.items.stream()
                    .filter(one -> one.id().equals(line.itemId()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(field + "/itemId", "The transfer has no such line."));
            if (!seen.add(item.id())) {
                throw Problem.invalid(field + "/itemId", "A line is received once in a request.");
            }
            parts.add(new Arriving.Part(
                    item,
                    i,
                    quantity(line.quantityReceived(), field + "/quantityReceived"),
                    quantity(line.quantityLost(), field + "/quantityLost"),
                    line.warehouseLocationId(),
                    Objects.requireNonNullElse(line.serialNumbers(), List.of()),
                    Objects.requireNonNullElse(line.lostSerialNumbers(), List.of())));
        }
        if (parts.isEmpty()) {
            throw Problem.invalid("lines", "Say what arrived.");
        }
        return parts;
    }

    private static BigDecimal quantity(@Nullable BigDecimal quantity, String field) {
        return quantity == null ? Amounts.NO_GOODS : Amounts.stored(quantity, field);
    }

    @POST
    @Path("{id}/cancel")
    @Allow(Allow.SIGNED_IN)
    @Summary("Cancels a draft, or recalls goods in transit")
    @Answers("invalid-transition")
    public View cancel(@PathParam("id") UUID id, Reason reason) {
        return act(id, transfer -> {
            requireOwn(transfer.fromLocationId);
            transfer.require(TransferStatus.CANCELLED);
            if (transfer.status == TransferStatus.IN_TRANSIT) {
                arriving.recall(transfer);
            }
            String why = reason.reason();
            transfer.cancel(why == null || why.isBlank() ? "Cancelled" : why);
        });
    }
}
