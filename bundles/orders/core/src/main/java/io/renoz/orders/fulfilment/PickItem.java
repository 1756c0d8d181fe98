package io.renoz.orders.fulfilment;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * So much of a line, to be picked or put back.
 *
 * @param serialNumbers exactly one a unit for goods with serial numbers, else none
 */
public record PickItem(
        @NotNull UUID orderLineItemId,

        @NotNull @Positive @Digits(integer = 9, fraction = 3)
        BigDecimal quantity,

        @Nullable @Size(max = 1000) List<@NotNull @Size(max = Serials.LONGEST) String> serialNumbers) {

    public PickItem {
        serialNumbers = serialNumbers == null ? List.of() : serialNumbers;
    }

    List<String> serials() {
        return serialNumbers == null ? List.of() : serialNumbers;
    }
}
