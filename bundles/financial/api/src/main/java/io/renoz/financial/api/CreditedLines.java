package io.renoz.financial.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What issued credit notes have credited of an order.
 *
 * @param lines by line of the order; lines of which nothing was credited are left out
 * @param net of all, lines of the order or not
 * @param total with tax
 */
public record CreditedLines(
        UUID orderId, Map<UUID, CreditedLine> lines, BigDecimal net, BigDecimal taxAmount, BigDecimal total) {

    public CreditedLines {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /** What was credited of one line. */
    public record CreditedLine(BigDecimal quantity, BigDecimal net, BigDecimal taxAmount) {

        /** With tax. */
        public BigDecimal total() {
            return net.add(taxAmount);
        }
    }
}
