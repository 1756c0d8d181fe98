package io.renoz.pipeline.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Possible sales. Thread-safe. */
@ProviderType
public interface OpportunityDirectory {

    /** The opportunity, unless there is none or it was deleted. */
    Optional<OpportunitySummary> find(UUID opportunityId);

    /** Those of a customer that are neither won nor lost, newest first; at most 1,000. */
    List<OpportunitySummary> openOfCustomer(UUID customerId);

    /**
     * Makes one in the stage new; the same source a second time gives the first one's id back and changes nothing.
     *
     * @throws io.renoz.problem.Problem {@code validation-failed} when a value is out of bounds, or the customer, the contact or
     *     the owner is none
     */
    UUID create(NewOpportunity opportunity, SourceRef source);
}
