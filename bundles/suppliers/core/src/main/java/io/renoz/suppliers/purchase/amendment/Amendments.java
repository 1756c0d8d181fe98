package io.renoz.suppliers.purchase.amendment;

import io.renoz.data.Call;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.SettingsReader;
import io.renoz.suppliers.Decision;
import io.renoz.suppliers.SelfApproval;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.suppliers.api.SupplierSummary;
import io.renoz.suppliers.purchase.approval.Approvals;
import io.renoz.suppliers.purchase.approval.Plan;
import io.renoz.suppliers.purchase.order.OrderAmending;
import io.renoz.suppliers.purchase.order.OrderEvents;
import io.renoz.suppliers.purchase.order.OrderSketch;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import io.renoz.suppliers.purchase.order.PurchaseOrderItem;
import io.renoz.suppliers.purchase.order.PurchaseTotals;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-15: asks for, decides on and applies changes of orders. Whoever calls it holds the lock of the order. */
@Component(service = Amendments.class)
public final class Amendments {

    private final Approvals approvals;
    private final SelfApproval self;
    private final SupplierDirectory suppliers;
    private final ProductCatalog products;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Amendments(
            @Reference Approvals approvals,
            @Reference SelfApproval self,
            @Reference SupplierDirectory suppliers,
            @Reference ProductCatalog products,
            @Reference SettingsReader settings,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.approvals = approvals;
        this.self = self;
        this.suppliers = suppliers;
        this.products = products;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Completes an amendment that is asked for, and opens a round of approvals where it takes one. */
    void request(Amendment amendment, PurchaseOrder order, int number) {
        order.require("amended", PurchaseOrderStatus.ORDERED, PurchaseOrderStatus.PARTIAL_RECEIVED);
        amendment.amendmentNumber = number;
        amendment.requestedBy = caller();
        amendment.requestedAt = clock.instant();
        amendment.totalBefore = order.total();
        BigDecimal freightRate = rate(order);
        var sketch = new OrderSketch(order);
        for (int i = 0; i < amendment.lines.size(); i++) {
            note(amendment.lines.get(i), order, sketch, freightRate, "lines/" + i + "/");
        }
        amendment.totalAfter = sketch.total(freightRate);
        plan(amendment, order)
                .ifPresent(plan -> amendment.approvalRound = approvals.open(order, plan, amendment.requestedBy));
    }

    private void note(AmendmentLine line, PurchaseOrder order, OrderSketch sketch, BigDecimal taxRate, String at) {
        switch (line.action) {
            case ADD_LINE -> {
                product(line.productId, at);
                sketch.add(needed(line.newQuantity), needed(line.newUnitPrice), taxRate);
            }
            case CHANGE_LINE -> {
                PurchaseOrderItem item = item(line, order, at);
                line.oldQuantity = item.quantity();
                line.oldUnitPrice = item.unitPrice();
                line.oldExpectedDeliveryDate = item.expectedDeliveryDate();
                sketch.change(item.id(), line.newQuantity, line.newUnitPrice);
            }
            case REMOVE_LINE -> {
                PurchaseOrderItem item = item(line, order, at);
                line.oldQuantity = item.quantity();
                line.oldUnitPrice = item.unitPrice();
                sketch.remove(item.id());
            }
            case CHANGE_HEADER -> {
                line.oldValue = OrderAmending.header(order, needed(line.headerField));
                sketch.header(needed(line.headerField), line.newValue);
            }
        }
    }

    private static PurchaseOrderItem item(AmendmentLine line, PurchaseOrder order, String at) {
        return OrderAmending.line(order, line.purchaseOrderItemId)
                .orElseThrow(() -> Problem.invalid(at + "purchaseOrderItemId", "The order has no such line."));
    }

    private @Nullable ProductSummary product(@Nullable UUID id, String at) {
        return id == null
                ? null
                : products.find(id).orElseThrow(() -> Problem.invalid(at + "productId", "There is no such product."));
    }

    private static <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** The whole approval that an amendment takes, if it takes one. */
    private Optional<Plan> plan(Amendment amendment, PurchaseOrder order) {
        BigDecimal before = order.totalBase();
        BigDecimal after = PurchaseTotals.base(amendment.totalAfter, order.requireRate());
        if (after.compareTo(before) <= 0) {
            return Optional.empty();
        }
        BigDecimal percent =
                settings.getDecimal(SuppliersSettings.CATEGORY, SuppliersSettings.AMENDMENT_APPROVAL_PERCENT);
        Plan plan = approvals.plan(order.supplierId(), after);
        boolean much = after.subtract(before).compareTo(before.multiply(percent).movePointLeft(2)) > 0;
        boolean asksAgain = much || plan.stricterThan(approvals.plan(order.supplierId(), before));
        return asksAgain && !plan.atOnce() ? Optional.of(plan) : Optional.empty();
    }

    /** One decision, where that is enough. */
    void decide(Amendment amendment, Decision decision) {
        amendment.requireSingleDecision();
        self.refuse(amendment.requestedBy);
        Instant now = clock.instant();
        if (decision.approves()) {
            amendment.approve(caller(), now);
        } else {
            amendment.reject(caller(), now, Objects.requireNonNull(decision.rejectionReason()));
        }
    }

    /**
     * Rewrites the order.
     *
     * @throws Problem {@code below-received}, {@code version-conflict} when the order is not what the amendment was made for
     */
    void apply(Amendment amendment, PurchaseOrder order) {
        amendment.apply(caller(), clock.instant());
        order.require("amended", PurchaseOrderStatus.ORDERED, PurchaseOrderStatus.PARTIAL_RECEIVED);
        if (order.total().compareTo(amendment.totalBefore) != 0) {
            throw stale("The order came to " + amendment.totalBefore + " when this was asked for.");
        }
        BigDecimal freightRate = rate(order);
        for (AmendmentLine line : amendment.lines) {
            write(line, order, freightRate);
        }
        OrderAmending.finish(order, freightRate);
        events.publish(OrderEvents.of(
                "amended",
                order,
                Map.of(
                        "amendmentId",
                        amendment.id(),
                        "amendmentNumber",
                        amendment.amendmentNumber,
                        "revision",
                        OrderAmending.revision(order),
                        "totalBefore",
                        amendment.totalBefore)));
    }

    private void write(AmendmentLine line, PurchaseOrder order, BigDecimal taxRate) {
        switch (line.action) {
            case ADD_LINE ->
                OrderAmending.add(
                        order,
                        needed(line.newQuantity),
                        needed(line.newUnitPrice),
                        taxRate,
                        product(line.productId, ""),
                        line.description);
            case CHANGE_LINE ->
                OrderAmending.change(
                        unchanged(line, order), line.newQuantity, line.newUnitPrice, line.newExpectedDeliveryDate);
            case REMOVE_LINE -> OrderAmending.remove(unchanged(line, order));
            case CHANGE_HEADER -> {
                if (!Objects.equals(OrderAmending.header(order, needed(line.headerField)), line.oldValue)) {
                    throw stale("Another change of the order came in between.");
                }
                OrderAmending.header(order, needed(line.headerField), line.newValue);
            }
        }
    }

    private static PurchaseOrderItem unchanged(AmendmentLine line, PurchaseOrder order) {
        return OrderAmending.line(order, line.purchaseOrderItemId)
                .filter(item -> item.quantity().compareTo(needed(line.oldQuantity)) == 0
                        && item.unitPrice().compareTo(needed(line.oldUnitPrice)) == 0)
                .orElseThrow(() -> stale("Another change of the line came in between."));
    }

    private static Problem stale(String detail) {
        return Problem.of("version-conflict", detail + " Ask for the amendment anew.");
    }

    /** Takes it back. */
    void cancel(Amendment amendment, PurchaseOrder order) {
        amendment.cancel();
        if (amendment.approvalRound != null) {
            approvals.lapse(order.id(), amendment.approvalRound);
        }
    }

    private BigDecimal rate(PurchaseOrder order) {
        return suppliers.find(order.supplierId()).map(SupplierSummary::taxRate).orElse(BigDecimal.ZERO);
    }

    private static UUID caller() {
        return Call.user().orElseThrow(() -> Problem.of("forbidden", "Orders are amended by people."));
    }
}
