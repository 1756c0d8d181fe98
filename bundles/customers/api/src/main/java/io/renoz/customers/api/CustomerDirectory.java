package io.renoz.customers.api;

import io.renoz.data.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who the organization sells to.
 *
 * <p>The id of an account that was merged away stands for the one it was merged into, however often. Thread-safe.
 */
@ProviderType
public interface CustomerDirectory {

    /** Most ids of one call. */
    int MOST_IDS = 1000;

    /** The customer, unless there is none or it was deleted. */
    Optional<CustomerSummary> find(UUID customerId);

    /**
     * The same for many, by the ids asked for, in a fixed number of queries whatever their number; unknown ids are left out.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_IDS}
     */
    Map<UUID, CustomerSummary> findAll(Collection<UUID> customerIds);

    /**
     * The customer, if new business may be done with it; prospects and inactive customers may trade.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code customer-blocked} when suspended, blacklisted, on credit
     *     hold or deleted, with the member {@code reason} naming which
     */
    CustomerSummary requireTrading(UUID customerId);

    /**
     * Makes a prospect.
     *
     * @throws io.renoz.problem.Problem {@code validation-failed}; {@code duplicate-code} when the code is taken
     */
    UUID create(NewCustomer customer);

    /**
     * Makes a prospect or an inactive customer active, as the first confirmed order does; anything else stays as it is.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    void activate(UUID customerId);

    /**
     * Customers that fit, in the order of their ids; at most 200 a page.
     *
     * @param cursor {@code next} of the page before; null for the first
     * @throws io.renoz.problem.Problem {@code invalid-parameter} for an unknown filter or a cursor of other criteria
     */
    Page<UUID> matching(SegmentCriteria criteria, @Nullable String cursor);
}
