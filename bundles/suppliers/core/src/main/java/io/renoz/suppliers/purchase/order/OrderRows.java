package io.renoz.suppliers.purchase.order;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.suppliers.supplier.Locks;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.FlushModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Purchase orders as a collection, for all resources whose answer is one; and their locks. An order is locked before its lines,
 * orders and lines in the order of their ids, and both before anything of inventory.
 */
@Component(service = OrderRows.class)
public final class OrderRows {

    private static final String LOCK_ORDERS = """
            select id from suppliers.purchase_orders
             where organization_id = ?1 and id = any (cast(?2 as uuid[])) order by id for update
            """;

    private static final String LOCK_LINES = """
            select id from suppliers.purchase_order_items
             where organization_id = ?1 and purchase_order_id = any (cast(?2 as uuid[])) order by id for update
            """;

    private final Tables tables;
    private final Rows<PurchaseOrder, OrderInput, OrderView> rows;

    @Activate
    public OrderRows(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
        this.rows = tables.of(PurchaseOrder.class)
                .filter("status", "supplierId", "orderDate", "expectedDeliveryDate", "jobId", "dropShipOrderId")
                .filter("invoiceMatchStatus", "currency")
                .search("poNumber", "supplierName", "supplierReference", "internalReference")
                .sort("-createdAt", "poNumber", "orderDate", "expectedDeliveryDate", "totalAmount")
                .byName(OrderInput.class, OrderView.class);
    }

    public Rows<PurchaseOrder, OrderInput, OrderView> rows() {
        return rows;
    }

    /** One order, locked until the end of the transaction and read thereafter. */
    public PurchaseOrder held(UUID order) {
        hold(List.of(order));
        return tables.require(PurchaseOrder.class, order);
    }

    /** SUP-10: the same with its lines, locked in the order of their ids. */
    public PurchaseOrder heldWithLines(UUID order) {
        hold(List.of(order));
        lock(LOCK_LINES, List.of(order));
        return tables.require(PurchaseOrder.class, order);
    }

    /** Locks orders in the order of their ids without reading them. */
    public void hold(Collection<UUID> orders) {
        lock(LOCK_ORDERS, orders);
    }

    /** Keeps the supplier of an order from being deleted or stopped meanwhile; taken before the order itself is locked. */
    public void shareSupplierOf(UUID order) {
        Locks.share(tables, supplierOf(order));
    }

    /** Keeps everybody else from an order's supplier; taken before the order itself is locked. */
    public void holdSupplierOf(UUID order) {
        Locks.hold(tables, supplierOf(order));
    }

    private List<UUID> supplierOf(UUID order) {
        return tables.entities()
                .createQuery("select o.supplierId from PurchaseOrder o where o.id = :id", UUID.class)
                .setParameter("id", order)
                .getResultList();
    }

    /** The same of suppliers that get new orders. */
    void shareSuppliers(Collection<UUID> suppliers) {
        Locks.share(tables, suppliers);
    }

    /** Changes an order that is locked, under the caller's If-Match if one was sent. */
    public OrderView change(UUID order, Consumer<? super PurchaseOrder> change) {
        hold(List.of(order));
        return rows.change(order, change);
    }

    /** Looks something up while rows of this transaction are still half done, so that none of them is written for it. */
    <T> T unflushed(Supplier<T> question) {
        EntityManager entities = tables.entities();
        FlushModeType before = entities.getFlushMode();
        entities.setFlushMode(FlushModeType.COMMIT);
        try {
            return question.get();
        } finally {
            entities.setFlushMode(before);
        }
    }

    private void lock(String text, Collection<UUID> ids) {
        tables.entities()
                .createNativeQuery(text)
                .setParameter(1, Call.tenant())
                .setParameter(2, ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}
