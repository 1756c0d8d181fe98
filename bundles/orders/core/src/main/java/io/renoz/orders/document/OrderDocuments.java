package io.renoz.orders.document;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.fulfilment.OrderShipment;
import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * ORD-23: the papers of orders. An invoice is made once a revision and served as stored from then on; confirmation, pro forma and
 * the papers of shipments are made anew when what they are about has changed since. Drafts' papers and pick lists are not kept.
 */
@Component(service = OrderDocuments.class)
public final class OrderDocuments {

    private final Tables tables;
    private final Transactions transactions;
    private final Attachments attachments;
    private final OrderRows orders;
    private final Printing printing;

    @Activate
    public OrderDocuments(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Transactions transactions,
            @Reference Attachments attachments,
            @Reference OrderRows orders,
            @Reference Printing printing) {
        this.tables = tables;
        this.transactions = transactions;
        this.attachments = attachments;
        this.orders = orders;
        this.printing = printing;
    }

    /**
     * A paper as a file, for a call that reads only.
     *
     * @param shipmentId for papers of shipments; the newest when null
     * @throws Problem {@code not-found}, {@code not-issued}
     */
    Download show(UUID orderId, DocumentKind kind, @Nullable UUID shipmentId) {
        OrderView order = orders.rows().get(orderId);
        Optional<OrderShipment> shipment = shipment(orderId, kind, shipmentId);
        requireThere(order, kind);
        if (!kept(order, kind)) {
            return Download.of(name(order, kind), "application/pdf", printing.print(order, kind, shipment));
        }
        UUID stored = stored(subject(order, kind, shipment))
                .orElseGet(() ->
                        transactions.apart(writing(), () -> keep(orderId, kind, shipment.map(OrderShipment::id))));
        return attachments.open(stored).download().shown();
    }

    /** The same call, which may write: what it writes is what it would have found, had somebody looked before. */
    private static Call writing() {
        Call call = Call.current();
        return new Call(call.organization(), call.actor(), call.permissions(), call.request(), false, call.lent());
    }

    /** Makes and stores the invoice of an order, unless it is there in its present revision. */
    public void keepInvoice(UUID orderId) {
        keep(orderId, DocumentKind.INVOICE, Optional.empty());
    }

    /** Whoever makes the same paper at once waits, and finds it. */
    private UUID keep(UUID orderId, DocumentKind kind, Optional<UUID> shipmentId) {
        tables.entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "orders.document/" + Call.tenant() + "/" + orderId + "/" + kind)
                .getSingleResult();
        OrderView order = orders.rows().get(orderId);
        Optional<OrderShipment> shipment = shipmentId.map(id -> tables.require(OrderShipment.class, id));
        Subject subject = subject(order, kind, shipment);
        return stored(subject).orElseGet(() -> {
            byte[] pdf = printing.print(order, kind, shipment);
            AttachmentRef file = attachments.storeDocument(
                    subject.shipmentId() == null ? "order" : "order_shipment",
                    subject.shipmentId() == null ? orderId : subject.shipmentId(),
                    kind.template(),
                    new ByteArrayInputStream(pdf));
            tables.add(new OrderDocument(subject, file.id()));
            tables.flush();
            return file.id();
        });
    }

    private static void requireThere(OrderView order, DocumentKind kind) {
        if (kind == DocumentKind.INVOICE && order.invoiceNumber() == null) {
            throw Problem.of("not-issued", order.orderNumber() + " was not invoiced yet.");
        }
        boolean draft = order.status() == OrderStatus.DRAFT;
        if (draft && (kind == DocumentKind.CONFIRMATION || kind == DocumentKind.PICK_LIST)) {
            throw Problem.notFound(kind.title().toLowerCase(Locale.ROOT));
        }
    }

    private static boolean kept(OrderView order, DocumentKind kind) {
        return order.status() != OrderStatus.DRAFT && kind != DocumentKind.PICK_LIST;
    }

    private static String name(OrderView order, DocumentKind kind) {
        return order.orderNumber() + "-" + kind.template().replace('_', '-') + ".pdf";
    }

    private static Subject subject(OrderView order, DocumentKind kind, Optional<OrderShipment> shipment) {
        int revision = kind == DocumentKind.INVOICE
                ? order.invoiceRevision()
                : shipment.map(s -> kind == DocumentKind.DELIVERY_NOTE ? s.version() : s.documentRevision())
                        .orElse(order.version());
        return new Subject(order.id(), shipment.map(OrderShipment::id).orElse(null), kind, revision);
    }

    private Optional<UUID> stored(Subject subject) {
        return tables.entities()
                .createQuery(
                        "select d from OrderDocument d where d.orderId = :order and d.kind = :kind"
                                + " and d.subjectRevision = :revision",
                        OrderDocument.class)
                .setParameter("order", subject.orderId())
                .setParameter("kind", subject.kind())
                .setParameter("revision", subject.revision())
                .getResultStream()
                .filter(document -> Objects.equals(document.shipmentId, subject.shipmentId()))
                .map(document -> document.attachmentId)
                .findFirst();
    }

    private Optional<OrderShipment> shipment(UUID orderId, DocumentKind kind, @Nullable UUID shipmentId) {
        if (!kind.ofShipment()) {
            return Optional.empty();
        }
        Optional<OrderShipment> found = shipmentId == null
                ? newest(orderId)
                : tables.find(OrderShipment.class, shipmentId)
                        .filter(one -> one.orderId().equals(orderId));
        return Optional.of(found.orElseThrow(() -> Problem.notFound("shipment")));
    }

    private Optional<OrderShipment> newest(UUID orderId) {
        return tables.entities()
                .createQuery(
                        "select s from OrderShipment s where s.orderId = :order order by s.createdAt desc, s.id desc",
                        OrderShipment.class)
                .setParameter("order", orderId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
