package io.renoz.orders.document;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which stored file shows an order, or one of its shipments, as it was at which revision. */
@Entity
@Table(schema = "orders", name = "order_documents")
@Audited(type = "order_document", name = "kind", parent = "orderId", parentType = "order")
public class OrderDocument extends TenantRecord {

    UUID orderId;

    @Nullable
    UUID shipmentId;

    DocumentKind kind;

    /** Revision of the invoice or of the shipment's papers, else version of the order. */
    int subjectRevision;

    UUID attachmentId;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected OrderDocument() {}

    OrderDocument(Subject subject, UUID attachmentId) {
        this.orderId = subject.orderId();
        this.shipmentId = subject.shipmentId();
        this.kind = subject.kind();
        this.subjectRevision = subject.revision();
        this.attachmentId = attachmentId;
    }

    DocumentResource.View view() {
        return new DocumentResource.View(
                attachmentId, kind, shipmentId, subjectRevision, Objects.requireNonNull(createdAt()));
    }
}
