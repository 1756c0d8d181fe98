package io.renoz.orders.document;

import io.renoz.data.Page;
import io.renoz.data.Tables;
import io.renoz.orders.order.Order;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Download;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/documents} */
@Component
@Path("orders/{id}/documents")
public final class DocumentResource implements Resource {

    /**
     * A stored paper of the order; its file is the attachment.
     *
     * @param revision of the invoice or of the shipment's papers, else version of the order
     */
    public record View(
            UUID attachmentId, DocumentKind kind, @Nullable UUID shipmentId, int revision, Instant createdAt) {}

    private final Tables tables;
    private final OrderDocuments documents;

    @Activate
    public DocumentResource(@Reference(target = "(domain=orders)") Tables tables, @Reference OrderDocuments documents) {
        this.tables = tables;
        this.documents = documents;
    }

    @GET
    @Summary("The stored papers of the order, newest first")
    public Page<View> stored(@PathParam("id") UUID id) {
        tables.require(Order.class, id);
        return Page.of(tables.entities()
                .createQuery(
                        "select d from OrderDocument d where d.orderId = :order order by d.createdAt desc, d.id desc",
                        OrderDocument.class)
                .setParameter("order", id)
                .setMaxResults(1000)
                .getResultStream()
                .map(OrderDocument::view)
                .toList());
    }

    @GET
    @Path("{kind}")
    @Summary("A paper as PDF: confirmation, pro-forma, invoice, packing-slip, delivery-note or pick-list")
    @Answers("not-issued")
    public Download show(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @QueryParam("shipmentId") @Nullable UUID shipmentId) {
        return documents.show(
                id, DocumentKind.named(kind).orElseThrow(() -> Problem.notFound("kind of document")), shipmentId);
    }
}
