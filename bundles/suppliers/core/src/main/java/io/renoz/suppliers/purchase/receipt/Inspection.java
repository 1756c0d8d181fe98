package io.renoz.suppliers.purchase.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection found.
 *
 * @param lines those of which something is wrong; all others are good
 */
public record Inspection(
        @Nullable @Size(max = 2000) String qualityNotes,
        @Size(max = 500) List<@Valid @NotNull Line> lines) {

    public Inspection {
        lines = lines == null ? List.of() : new ArrayList<>(lines);
    }

    /** Nothing is wrong. */
    static Inspection allGood() {
        return new Inspection(null, List.of());
    }

    /**
     * What it found of one line.
     *
     * @param receiptItemId line of the receipt
     * @param quantityAccepted all that is not rejected when left out
     */
    public record Line(
            @NotNull UUID receiptItemId,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal quantityAccepted,

            @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal quantityRejected,

            @Nullable RejectionReason rejectionReason,
            @Nullable @Size(max = 1000) String qualityNotes) {

        public Line {
            quantityRejected = quantityRejected == null ? BigDecimal.ZERO : quantityRejected;
        }
    }
}
