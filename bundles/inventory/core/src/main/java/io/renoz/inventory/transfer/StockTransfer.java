package io.renoz.inventory.transfer;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Stock that moves between locations in two steps, with the goods in transit between them. */
@Entity
@Table(schema = "inventory", name = "stock_transfers")
@Audited(type = "stock_transfer", name = "transferNumber")
public class StockTransfer extends TenantRecord {

    static final String DOCUMENT = "inventory.transfer";

    private static final Map<TransferStatus, Set<TransferStatus>> NEXT = Map.of(
            TransferStatus.DRAFT, Set.of(TransferStatus.IN_TRANSIT, TransferStatus.CANCELLED),
            TransferStatus.IN_TRANSIT,
                    Set.of(TransferStatus.PARTIALLY_RECEIVED, TransferStatus.RECEIVED, TransferStatus.CANCELLED),
            TransferStatus.PARTIALLY_RECEIVED, Set.of(TransferStatus.PARTIALLY_RECEIVED, TransferStatus.RECEIVED));

    @Searchable
    String transferNumber;

    UUID fromLocationId;

    UUID toLocationId;

    TransferStatus status = TransferStatus.DRAFT;

    @Nullable
    UUID jobId;

    @Nullable
    UUID requestedBy;

    @Nullable
    LocalDate neededBy;

    @Nullable
    Instant shippedAt;

    @Nullable
    UUID shippedBy;

    @Nullable
    Instant receivedAt;

    @Nullable
    UUID receivedBy;

    @Nullable
    String carrier;

    @Nullable
    String trackingNumber;

    @Nullable
    String cancelReason;

    @Nullable
    String notes;

    @Transient
    @Parts("transferId")
    List<StockTransferItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected StockTransfer() {}

    DocumentRef document() {
        return new DocumentRef(DOCUMENT, id(), transferNumber);
    }

    /**
     * Refuses a move that is not to be.
     *
     * @throws Problem {@code invalid-transition}
     */
    void require(TransferStatus next) {
        if (!NEXT.getOrDefault(status, Set.of()).contains(next)) {
            throw Problem.transition(
                            "A transfer that is " + Coded.of(status) + " cannot become " + Coded.of(next) + ".")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(next));
        }
    }

    /** Only a draft is changed or deleted. */
    void requireDraft() {
        if (status != TransferStatus.DRAFT) {
            throw Problem.transition("A transfer that is " + Coded.of(status) + " is not changed any more.")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(TransferStatus.DRAFT));
        }
    }

    void ship(Instant at, @Nullable UUID by) {
        status = TransferStatus.IN_TRANSIT;
        shippedAt = at;
        shippedBy = by;
    }

    void receive(Instant at, @Nullable UUID by) {
        boolean all = items.stream().allMatch(item -> item.open().signum() == 0);
        status = all ? TransferStatus.RECEIVED : TransferStatus.PARTIALLY_RECEIVED;
        receivedAt = at;
        receivedBy = by;
    }

    void cancel(String reason) {
        status = TransferStatus.CANCELLED;
        cancelReason = reason;
    }
}
