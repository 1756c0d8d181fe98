package io.renoz.suppliers.purchase.receipt;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.SettingsReader;
import io.renoz.suppliers.InspectionRequirement;
import io.renoz.suppliers.Sequences;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import io.renoz.suppliers.purchase.order.PurchaseOrderItem;
import io.renoz.suppliers.supplier.Supplier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Books goods that arrive. */
@Component(service = Receiving.class)
public final class Receiving {

    private final Tables tables;
    private final Booking booking;
    private final StockDoor stock;
    private final SettingsReader settings;
    private final NumberSequences sequences;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Receiving(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference Booking booking,
            @Reference StockDoor stock,
            @Reference SettingsReader settings,
            @Reference NumberSequences sequences,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.booking = booking;
        this.stock = stock;
        this.settings = settings;
        this.sequences = sequences;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** SUP-09, SUP-10: the order and its lines are locked by now. */
    Receipt receive(PurchaseOrder order, Delivery delivery) {
        order.require("received", PurchaseOrderStatus.ORDERED, PurchaseOrderStatus.PARTIAL_RECEIVED);
        order.requireRate();
        stock.requireKnown(delivery.locationId());
        List<Delivery.Line> lines = delivery.lines().isEmpty() ? everything(order) : delivery.lines();
        InspectionRequirement inspection = tables.find(Supplier.class, order.supplierId())
                .map(Supplier::inspectionRequirement)
                .orElse(InspectionRequirement.NONE);
        boolean atOnce = inspection == InspectionRequirement.NONE;
        check(order, lines, atOnce);
        Receipt receipt = write(order, delivery, lines, inspection);
        booking.arrived(receipt, order);
        if (atOnce) {
            receipt.judged();
            booking.accepted(receipt, order);
        } else {
            receipt.sum();
            booking.settle(order);
        }
        return tables.add(receipt);
    }

    private static List<Delivery.Line> everything(PurchaseOrder order) {
        List<Delivery.Line> lines = order.lines().stream()
                .filter(item -> item.quantityPending().signum() > 0)
                .map(Delivery.Line::of)
                .toList();
        if (lines.isEmpty()) {
            throw Problem.invalid("lines", "Nothing of the order is pending.");
        }
        return lines;
    }

    private Receipt write(
            PurchaseOrder order, Delivery delivery, List<Delivery.Line> lines, InspectionRequirement inspection) {
        Instant now = clock.instant();
        Instant at = delivery.receivedAt() == null ? now : delivery.receivedAt();
        if (at.isAfter(now)) {
            throw Problem.invalid("receivedAt", "Goods cannot have arrived later than now.");
        }
        UUID by = Call.user().orElseThrow(() -> Problem.of("forbidden", "Goods are received by a person."));
        String number =
                sequences.next(Sequences.RECEIPT.key(), organizations.current().today(clock));
        var receipt = new Receipt(order.id(), number, by, at, delivery);
        receipt.inspectionRequirement = inspection;
        Map<UUID, PurchaseOrderItem> items = items(order);
        receipt.totalItemsExpected = lines.stream()
                .map(Delivery.Line::purchaseOrderItemId)
                .distinct()
                .map(id -> item(items, id).quantityPending())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < lines.size(); i++) {
            Delivery.Line line = lines.get(i);
            receipt.items.add(new ReceiptItem(receipt.id(), i + 1, item(items, line.purchaseOrderItemId()), line));
        }
        for (int i = 0; i < lines.size(); i++) {
            Delivery.Line line = lines.get(i);
            ReceiptItem received = receipt.items.get(i);
            if (inspection == InspectionRequirement.NONE) {
                received.judge(line.quantityRejected(), line.rejectionReason());
            }
            item(items, line.purchaseOrderItemId()).receive(received.quantityReceived, received.quantityRejected);
        }
        return receipt;
    }

    private static PurchaseOrderItem item(Map<UUID, PurchaseOrderItem> items, UUID id) {
        PurchaseOrderItem item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("No line of the order.");
        }
        return item;
    }

    private static Map<UUID, PurchaseOrderItem> items(PurchaseOrder order) {
        return order.lines().stream().collect(Collectors.toMap(PurchaseOrderItem::id, Function.identity()));
    }

    private void check(PurchaseOrder order, List<Delivery.Line> lines, boolean atOnce) {
        Map<UUID, PurchaseOrderItem> items = items(order);
        Map<UUID, ProductSummary> products = stock.products(order);
        Map<UUID, BigDecimal> coming = new HashMap<>();
        BigDecimal percent = settings.getDecimal(SuppliersSettings.CATEGORY, SuppliersSettings.OVER_RECEIPT_PERCENT);
        for (int i = 0; i < lines.size(); i++) {
            Delivery.Line line = lines.get(i);
            String at = "lines/" + i + "/";
            PurchaseOrderItem item = items.get(line.purchaseOrderItemId());
            if (item == null) {
                throw Problem.invalid(at + "purchaseOrderItemId", "The order has no such line.");
            }
            BigDecimal received = line.received(item);
            if (received.signum() == 0) {
                throw Problem.invalid(at + "quantityReceived", "Nothing of this line is pending.");
            }
            judgement(line, received, at, atOnce);
            ProductSummary product = item.productId() == null ? null : products.get(item.productId());
            if (product != null && !product.takes(received)) {
                throw Problem.invalid(at + "quantityReceived", item.productName() + " comes in whole units.");
            }
            BigDecimal good = coming.merge(item.id(), received.subtract(line.quantityRejected()), BigDecimal::add);
            requireRoom(item, good, percent, at);
        }
    }

    private static void judgement(Delivery.Line line, BigDecimal received, String at, boolean atOnce) {
        BigDecimal rejected = line.quantityRejected();
        if (!atOnce) {
            if (rejected.signum() > 0 || line.quantityAccepted() != null) {
                throw Problem.invalid(at + "quantityRejected", "What is good of these goods is for the inspection.");
            }
            return;
        }
        Judgement.check(received, line.quantityAccepted(), rejected, line.rejectionReason(), at);
    }

    /** SUP-09: no more than what is pending and the tolerance. */
    private static void requireRoom(PurchaseOrderItem item, BigDecimal good, BigDecimal percent, String at) {
        BigDecimal allowed = allowed(item.quantityPending(), percent);
        if (good.compareTo(allowed) > 0) {
            String figure = allowed.stripTrailingZeros().toPlainString();
            throw Problem.of(
                            "over-receipt", "Of line " + item.lineNumber() + " at most " + figure + " can be accepted.")
                    .with(List.of(new FieldError("/" + at + "quantityReceived", "At most " + figure + ".")))
                    .with("allowed", allowed)
                    .with("lineNumber", item.lineNumber());
        }
    }

    static BigDecimal allowed(BigDecimal pending, BigDecimal percent) {
        return pending.multiply(percent.movePointLeft(2).add(BigDecimal.ONE)).setScale(3, RoundingMode.DOWN);
    }

    /** SUP-09: an inspection says what of the goods is good; what it does not mention is. */
    void inspect(Receipt receipt, PurchaseOrder order, List<Inspection.Line> lines, @Nullable String remarks) {
        receipt.requireUninspected();
        order.require(
                "inspected",
                PurchaseOrderStatus.ORDERED,
                PurchaseOrderStatus.PARTIAL_RECEIVED,
                PurchaseOrderStatus.RECEIVED);
        Map<UUID, ReceiptItem> waiting =
                receipt.items.stream().collect(Collectors.toMap(ReceiptItem::id, Function.identity()));
        waiting.values().forEach(item -> item.judge(BigDecimal.ZERO.setScale(3), null));
        for (int i = 0; i < lines.size(); i++) {
            Inspection.Line line = lines.get(i);
            ReceiptItem item = waiting.get(line.receiptItemId());
            if (item == null) {
                throw Problem.invalid("lines/" + i + "/receiptItemId", "The receipt has no such line.");
            }
            Judgement.check(
                    item.quantityReceived,
                    line.quantityAccepted(),
                    line.quantityRejected(),
                    line.rejectionReason(),
                    "lines/" + i + "/");
            item.judge(line.quantityRejected(), line.rejectionReason());
            item.qualityNotes = line.qualityNotes() == null ? item.qualityNotes : line.qualityNotes();
        }
        Map<UUID, PurchaseOrderItem> items = items(order);
        receipt.items.forEach(
                item -> item(items, item.purchaseOrderItemId).receive(BigDecimal.ZERO, item.quantityRejected));
        receipt.inspected(Call.user().orElse(null), clock.instant(), remarks);
        booking.accepted(receipt, order);
    }

    /** SUP-22: undoes a receipt. */
    void reverse(Receipt receipt, PurchaseOrder order, String reason) {
        receipt.requireStanding();
        order.require(
                "changed by a reversal",
                PurchaseOrderStatus.ORDERED,
                PurchaseOrderStatus.PARTIAL_RECEIVED,
                PurchaseOrderStatus.RECEIVED);
        receipt.reverse(Call.user().orElse(null), clock.instant(), reason);
        booking.undone(receipt, order, reason);
    }
}
