package io.renoz.customers.api;

import io.renoz.module.Extension;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers for the rows of a module that name a customer. Every module that stores customer ids has one; it is asked whether
 * the module is on for the organization or not, since rows are kept while it is off.
 */
@Extension
@ConsumerType
public interface CustomerReferenceHolder {

    /**
     * Gives all rows of one customer to another, inside the transaction of the merge.
     *
     * @return ids of the rows that moved, so that a merge can be explained and taken back
     */
    List<UUID> repoint(UUID from, UUID to);

    /**
     * Gives back the rows that a merge moved.
     *
     * @param from the customer that has them now
     * @param to the one that had them
     * @param moved ids as {@link #repoint} returned them
     * @return how many went back
     */
    int repointBack(UUID from, UUID to, List<UUID> moved);

    /** How many rows name the customer; with any it cannot be deleted. */
    int countReferences(UUID customerId);
}
