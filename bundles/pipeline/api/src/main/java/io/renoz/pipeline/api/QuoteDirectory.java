package io.renoz.pipeline.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Offers to customers. Thread-safe. */
@ProviderType
public interface QuoteDirectory {

    /** The offer, unless there is none or it was deleted. */
    Optional<QuoteSummary> find(UUID quoteId);

    /**
     * The lines that the customer accepted, in their order: those of the accepted version that are not optional or were chosen.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state} when no version is accepted
     */
    List<QuoteLine> acceptedLines(UUID quoteId);
}
