package io.renoz.financial.revenue;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Revenue of an order, net of tax: recognized, planned, or taken back by an entry of the opposite sign. */
@Entity
@Table(schema = "financial", name = "revenue_recognition")
@Audited(type = "revenue_recognition", name = "milestoneName", parent = "orderId", parentType = "order")
public class Recognition extends TenantRecord {

    UUID orderId;

    /** Never null once stored. */
    @Nullable
    RecognitionType recognitionType;

    @Nullable
    String milestoneName;

    BigDecimal recognizedAmount;
    LocalDate recognitionDate;

    @Nullable
    LocalDate periodStart;

    @Nullable
    LocalDate periodEnd;

    RecognitionState state = RecognitionState.PENDING;

    @Nullable
    UUID deferredRevenueId;

    @Nullable
    UUID reversesId;

    @Nullable
    UUID creditNoteId;

    @Nullable
    String sourceKey;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Recognition() {}

    Recognition(UUID order, @Nullable RecognitionType type, BigDecimal amount, LocalDate on) {
        this.orderId = order;
        this.recognitionType = type;
        this.recognizedAmount = amount;
        this.recognitionDate = on;
    }

    void recognize() {
        state = RecognitionState.RECOGNIZED;
    }

    boolean isReversal() {
        return reversesId != null;
    }

    /**
     * FIN-19: refuses what cannot be taken back.
     *
     * @throws Problem {@code already-reversed}, {@code invalid-transition}
     */
    void requireReversible() {
        if (state == RecognitionState.REVERSED) {
            throw Problem.of("already-reversed", "This revenue was taken back already.");
        }
        if (isReversal() || !state.reversible()) {
            throw Problem.transition(
                            isReversal()
                                    ? "A reversing entry is not reversed itself."
                                    : "Revenue that is " + Coded.of(state) + " is not taken back.")
                    .with("from", Coded.of(state))
                    .with("to", Coded.of(RecognitionState.REVERSED));
        }
    }

    /** The entry that takes a part back. */
    Recognition reversal(BigDecimal part, LocalDate on) {
        var entry = new Recognition(orderId, recognitionType, part.negate(), on);
        entry.milestoneName = milestoneName;
        entry.reversesId = id();
        entry.deferredRevenueId = deferredRevenueId;
        entry.recognize();
        return entry;
    }
}
