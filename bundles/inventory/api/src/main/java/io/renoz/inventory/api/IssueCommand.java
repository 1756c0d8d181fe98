package io.renoz.inventory.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods for a job.
 *
 * @param demandType kind of the lines: {@code jobs.material}
 * @param job the document: {@code jobs.job}
 * @param customerId for whom it is done
 * @param locationId vehicle or store they are taken from; null for any that sells
 * @param lines 1 to 1,000
 * @param occurredAt when it happened; null for now
 */
public record IssueCommand(
        String demandType,
        DocumentRef job,
        @Nullable UUID customerId,
        @Nullable UUID locationId,
        List<OutLine> lines,
        @Nullable Instant occurredAt) {

    public IssueCommand {
        lines = List.copyOf(lines);
    }
}
