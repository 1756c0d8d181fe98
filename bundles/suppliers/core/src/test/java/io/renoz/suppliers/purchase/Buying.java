package io.renoz.suppliers.purchase;

import static io.renoz.suppliers.Trade.PLATFORM;

import io.renoz.data.Tables;
import io.renoz.inventory.api.StockPosting;
import io.renoz.suppliers.Neighbours;
import io.renoz.suppliers.SelfApproval;
import io.renoz.suppliers.Trade;
import io.renoz.suppliers.Wire;
import io.renoz.suppliers.purchase.amendment.AmendmentInput;
import io.renoz.suppliers.purchase.amendment.AmendmentResource;
import io.renoz.suppliers.purchase.amendment.AmendmentRounds;
import io.renoz.suppliers.purchase.amendment.AmendmentRows;
import io.renoz.suppliers.purchase.amendment.AmendmentView;
import io.renoz.suppliers.purchase.amendment.Amendments;
import io.renoz.suppliers.purchase.amendment.AmendmentsOfOrderResource;
import io.renoz.suppliers.purchase.approval.ApprovalResource;
import io.renoz.suppliers.purchase.approval.ApprovalRuleResource;
import io.renoz.suppliers.purchase.approval.Approvals;
import io.renoz.suppliers.purchase.approval.Approvers;
import io.renoz.suppliers.purchase.approval.Decisions;
import io.renoz.suppliers.purchase.approval.Escalation;
import io.renoz.suppliers.purchase.approval.Submission;
import io.renoz.suppliers.purchase.cost.CostResource;
import io.renoz.suppliers.purchase.cost.InvoiceMatching;
import io.renoz.suppliers.purchase.cost.LandedCostResource;
import io.renoz.suppliers.purchase.cost.LandedCosts;
import io.renoz.suppliers.purchase.cost.MatchResource;
import io.renoz.suppliers.purchase.order.Drafting;
import io.renoz.suppliers.purchase.order.FactBook;
import io.renoz.suppliers.purchase.order.ItemResource;
import io.renoz.suppliers.purchase.order.OrderChecks;
import io.renoz.suppliers.purchase.order.OrderEnds;
import io.renoz.suppliers.purchase.order.OrderInput;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.OrderView;
import io.renoz.suppliers.purchase.order.PurchasingDesk;
import io.renoz.suppliers.purchase.receipt.Booking;
import io.renoz.suppliers.purchase.receipt.Delivery;
import io.renoz.suppliers.purchase.receipt.ReceiptResource;
import io.renoz.suppliers.purchase.receipt.ReceiptRows;
import io.renoz.suppliers.purchase.receipt.ReceiptView;
import io.renoz.suppliers.purchase.receipt.ReceiveResource;
import io.renoz.suppliers.purchase.receipt.Receiving;
import io.renoz.suppliers.purchase.receipt.StockDoor;
import io.renoz.testing.Organization;
import java.util.Optional;
import java.util.UUID;

/** Buying put together as the service registry would, in an organization of its own. Inventory is off until it is turned on. */
public final class Buying {

    private static final Tables tables = PLATFORM.tables("suppliers");

    public final Trade trade = new Trade();
    public final Neighbours neighbours = trade.neighbours;
    public final People people = new People(trade.organization);
    public final Depot depot = new Depot();

    private final OrderRows rows = new OrderRows(tables);
    private final FactBook facts =
            new FactBook(trade.directory, trade.shelf, trade.book, neighbours, neighbours.partners, neighbours.clock);
    private final Drafting drafting = new Drafting(rows, facts, neighbours);
    private final OrderChecks checks = new OrderChecks(trade.directory, trade.shelf);
    private final Approvers approvers = new Approvers(tables, people, neighbours);
    private final Approvals approvals = new Approvals(tables, approvers, neighbours, neighbours.clock);
    private final Submission submission = new Submission(rows, checks, approvals, PLATFORM.events(), neighbours.clock);
    private final OrderEnds ends = new OrderEnds(rows, checks, PLATFORM.events(), neighbours.clock);
    public final PurchaseOrderResource orders = new PurchaseOrderResource(rows, drafting, submission, ends);
    public final ItemResource items = new ItemResource(tables, rows, facts);
    public final ApprovalRuleResource rules = new ApprovalRuleResource(tables, trade.directory, people);
    public final ApprovalResource decisions = new ApprovalResource(
            tables,
            new Decisions(
                    tables,
                    rows,
                    approvals,
                    approvers,
                    people,
                    new AmendmentRounds(tables),
                    PLATFORM.events(),
                    neighbours.clock));
    public final Escalation escalation = new Escalation(tables, rows, approvals, approvers, neighbours.clock);

    private final AmendmentRows amendmentRows = new AmendmentRows(tables, rows);
    private final Amendments amending = new Amendments(
            approvals,
            new SelfApproval(neighbours),
            trade.directory,
            trade.shelf,
            neighbours,
            PLATFORM.events(),
            neighbours.clock);
    public final AmendmentsOfOrderResource amendmentsOf = new AmendmentsOfOrderResource(amendmentRows, rows, amending);
    public final AmendmentResource amendments = new AmendmentResource(amendmentRows, amending);

    private final LandedCosts costs = new LandedCosts(tables);
    private final InvoiceMatching matching = new InvoiceMatching(tables, costs, neighbours);
    public final CostResource orderCosts = new CostResource(tables, rows, matching, trade.directory, neighbours);
    public final LandedCostResource landedCost = new LandedCostResource(tables, costs, neighbours);
    public final MatchResource invoices = new MatchResource(rows, matching, neighbours, neighbours.clock);

    private final StockDoor stock = new StockDoor(neighbours.partners, trade.shelf);
    private final Receiving receiving = new Receiving(
            tables,
            new Booking(tables, costs, matching, stock, neighbours, PLATFORM.events()),
            stock,
            neighbours,
            neighbours,
            neighbours,
            neighbours.clock);
    private final ReceiptRows receiptRows = new ReceiptRows(tables, rows);
    public final ReceiptResource receipts = new ReceiptResource(receiptRows, receiving);
    public final ReceiveResource receive = new ReceiveResource(rows, receiptRows, receiving);
    public final PurchasingDesk desk = new PurchasingDesk(
            tables, drafting, trade.directory, trade.pricing, trade.shelf, neighbours, neighbours.clock);

    public final UUID buyer = people.hire("Bea Buyer", "operations");
    public final UUID boss = people.hire("Ada Admin", "admin");
    public final UUID supplier =
            trade.open("{\"name\": \"Bolts & Sons\", \"defaultTaxRate\": 10}").id();
    public final UUID bolt = trade.shelf.put("Bolt");

    /** Somebody acting. */
    public Organization as(UUID user) {
        return trade.organization.as(user, "*");
    }

    /** Turns inventory on. */
    public void keepStock() {
        neighbours.add(StockPosting.class, depot);
    }

    /** A draft that the buyer writes. */
    public OrderView draft(String json) {
        return as(buyer)
                .call(() -> orders.create(Wire.read(json, OrderInput.class)).body());
    }

    /** A draft of one line. */
    public OrderView draft(String quantity, String unitPrice) {
        return draft("{\"supplierId\": \"" + supplier + "\", \"items\": [" + line(bolt, quantity, unitPrice) + "]}");
    }

    public static String line(UUID product, String quantity, String unitPrice) {
        return "{\"productId\": \"" + product + "\", \"quantity\": " + quantity + ", \"unitPrice\": " + unitPrice + "}";
    }

    public OrderView submit(UUID order) {
        return as(buyer).call(() -> orders.submit(order));
    }

    /** An order that was sent, after the boss approved it. */
    public OrderView sent(UUID order) {
        submit(order);
        approve(order);
        return as(buyer).call(() -> orders.order(order));
    }

    /** An order of one line that was sent. */
    public OrderView sent(String quantity, String unitPrice) {
        return sent(draft(quantity, unitPrice).id());
    }

    /** The boss approves what waits. */
    public void approve(UUID order) {
        UUID waiting = waiting(order);
        as(boss).call(() -> decisions.approve(waiting, Optional.empty()));
    }

    /** The approval of an order that waits, the lowest level first. */
    public UUID waiting(UUID order) {
        return trade.organization.call(() -> tables.entities()
                .createQuery(
                        "select a.id from Approval a where a.purchaseOrderId = :order and a.status in"
                                + " (io.renoz.suppliers.purchase.approval.ApprovalStatus.PENDING,"
                                + " io.renoz.suppliers.purchase.approval.ApprovalStatus.ESCALATED) order by a.level",
                        UUID.class)
                .setParameter("order", order)
                .setMaxResults(1)
                .getSingleResult());
    }

    public OrderView read(UUID order) {
        return trade.organization.read(() -> orders.get(order));
    }

    public OrderView patch(UUID order, String json) {
        return as(buyer)
                .ifMatch(read(order).version())
                .call(() -> orders.update(order, Wire.patch(json, OrderInput.class)));
    }

    public ReceiptView receive(UUID order, String json) {
        return as(buyer).call(() -> receive.receive(order, Optional.of(Wire.read(json, Delivery.class))));
    }

    /** So much of the first line. */
    public ReceiptView receiveSome(UUID order, String quantity) {
        UUID line = read(order).items().get(0).id();
        return receive(
                order,
                "{\"lines\": [{\"purchaseOrderItemId\": \"" + line + "\", \"quantityReceived\": " + quantity + "}]}");
    }

    public ReceiptView receiveAll(UUID order) {
        return as(buyer).call(() -> receive.receive(order, Optional.empty()));
    }

    public ReceiptView receipt(UUID receipt) {
        return trade.organization.read(() -> receipts.get(receipt));
    }

    public AmendmentView amend(UUID order, String lines) {
        return as(buyer).call(() -> amendmentsOf
                .create(
                        order,
                        Wire.read(
                                "{\"reason\": \"Changed our mind\", \"lines\": [" + lines + "]}", AmendmentInput.class))
                .body());
    }
}
