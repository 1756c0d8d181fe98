package io.renoz.suppliers.purchase.receipt;

import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.ReceiveCommand;
import io.renoz.inventory.api.ReceiveLine;
import io.renoz.inventory.api.StockPosting;
import io.renoz.inventory.api.StockStatus;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import io.renoz.suppliers.purchase.order.PurchaseOrderItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes goods into stock, while inventory is on. SUP-24: while it is off nothing is posted, and nothing is made up for later. */
@Component(service = StockDoor.class)
public final class StockDoor {

    private static final int MOST_NOTES = 1000;

    private final Partners partners;
    private final ProductCatalog products;

    @Activate
    public StockDoor(@Reference Partners partners, @Reference ProductCatalog products) {
        this.partners = partners;
        this.products = products;
    }

    /** The products of an order's lines, by id. */
    Map<UUID, ProductSummary> products(PurchaseOrder order) {
        List<UUID> ids = order.lines().stream()
                .map(PurchaseOrderItem::productId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : products.findAll(ids);
    }

    /**
     * Refuses a place while there is nobody who knows places.
     *
     * @throws Problem {@code validation-failed}
     */
    void requireKnown(@Nullable UUID location) {
        if (location != null && partners.find(StockPosting.class).isEmpty()) {
            throw Problem.invalid("locationId", "There is no such location: inventory is off.");
        }
    }

    /** Posts what was accepted of products whose stock is kept, if there is any; the posting is remembered by the receipt. */
    void take(Receipt receipt, PurchaseOrder order) {
        if (order.isDropShip()) {
            return;
        }
        Optional<StockPosting> stock = partners.find(StockPosting.class);
        List<ReceiptItem> kept = stock.isEmpty() ? List.of() : kept(receipt, order);
        if (kept.isEmpty()) {
            return;
        }
        Map<UUID, PurchaseOrderItem> lines =
                order.lines().stream().collect(Collectors.toMap(PurchaseOrderItem::id, Function.identity()));
        List<ReceiveLine> posted = kept.stream()
                .map(item -> line(item, Objects.requireNonNull(lines.get(item.purchaseOrderItemId)), order))
                .toList();
        UUID location = receipt.locationId == null ? order.shipToLocationId() : receipt.locationId;
        var command = new ReceiveCommand(
                new DocumentRef("suppliers.receipt", receipt.id(), receipt.receiptNumber),
                location,
                order.supplierId(),
                posted,
                receipt.receivedAt,
                cut(receipt.notes));
        receipt.inventoryPostingId = posting(stock.orElseThrow(), command, kept);
    }

    private static UUID posting(StockPosting stock, ReceiveCommand command, List<ReceiptItem> kept) {
        try {
            return stock.receive(command).id();
        } catch (Problem problem) {
            throw pointed(problem, kept);
        }
    }

    /** Inventory counts the lines it was given; the caller counts those of the receipt. */
    private static Problem pointed(Problem problem, List<ReceiptItem> kept) {
        List<FieldError> errors = problem.errors().stream()
                .map(error -> {
                    String[] steps = error.pointer().split("/", 4);
                    if (steps.length < 3 || !steps[1].equals("lines") || !steps[2].matches("\\d{1,4}")) {
                        return error;
                    }
                    int index = kept.get(Integer.parseInt(steps[2])).lineNumber - 1;
                    String rest = steps.length > 3 ? "/" + steps[3] : "";
                    return new FieldError("/lines/" + index + rest, error.message());
                })
                .toList();
        return errors.isEmpty() ? problem : problem.with(errors);
    }

    private List<ReceiptItem> kept(Receipt receipt, PurchaseOrder order) {
        Map<UUID, ProductSummary> known = products(order);
        Map<UUID, PurchaseOrderItem> lines =
                order.lines().stream().collect(Collectors.toMap(PurchaseOrderItem::id, Function.identity()));
        var kept = new ArrayList<ReceiptItem>();
        for (ReceiptItem item : receipt.items) {
            PurchaseOrderItem line = Objects.requireNonNull(lines.get(item.purchaseOrderItemId));
            ProductSummary product = line.productId() == null ? null : known.get(line.productId());
            if (item.quantityAccepted.signum() > 0 && product != null && product.trackInventory()) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static ReceiveLine line(ReceiptItem item, PurchaseOrderItem line, PurchaseOrder order) {
        BigDecimal rate = order.requireRate();
        boolean foreign = rate.compareTo(BigDecimal.ONE) != 0;
        return new ReceiveLine(
                item.id(),
                Objects.requireNonNull(line.productId()),
                item.warehouseLocationId,
                item.quantityAccepted,
                item.landedCostTotal,
                foreign ? order.currency() : null,
                foreign ? rate : null,
                item.lotNumber,
                item.expiryDate,
                item.serials(),
                item.condition == ItemCondition.DAMAGED ? StockStatus.DAMAGED : StockStatus.AVAILABLE);
    }

    /**
     * SUP-22: the opposite of what was posted.
     *
     * @throws Problem {@code insufficient-stock} when goods are gone or claimed; {@code module-disabled} while inventory is off
     */
    void giveBack(Receipt receipt, String reason) {
        if (receipt.inventoryPostingId == null) {
            return;
        }
        partners.find(StockPosting.class)
                .orElseThrow(() -> Problem.of("module-disabled", "The goods are in inventory's books, which is off.")
                        .with("module", "inventory"))
                .reverse(receipt.inventoryPostingId, reason);
    }

    private static @Nullable String cut(@Nullable String notes) {
        return notes == null ? null : notes.substring(0, Math.min(notes.length(), MOST_NOTES));
    }
}
