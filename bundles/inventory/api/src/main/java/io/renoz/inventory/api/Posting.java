package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Movements that were written together.
 *
 * @param id by which it can be reversed and its cost asked for
 * @param cost value of all lines; of what leaves, the cost of goods
 * @param lines in the order asked for
 */
public record Posting(UUID id, BigDecimal cost, List<PostedLine> lines) {

    public Posting {
        lines = List.copyOf(lines);
    }
}
