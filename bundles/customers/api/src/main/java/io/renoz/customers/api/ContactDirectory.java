package io.renoz.customers.api;

import io.renoz.data.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The people at customers. Thread-safe. */
@ProviderType
public interface ContactDirectory {

    Optional<ContactSummary> find(UUID contactId);

    /** The customer's primary contact, if it has one. */
    Optional<ContactSummary> primaryOf(UUID customerId);

    /** Who gets invoices and reminders: the active billing contacts, else the primary contact, else nobody. */
    List<ContactSummary> billingOf(UUID customerId);

    /**
     * Contacts of matching customers that consented to the channel, are active and not erased.
     *
     * <p>Pages follow the customers, so one may be empty while {@code next} says that there is more.
     *
     * @param cursor {@code next} of the page before; null for the first
     * @throws io.renoz.problem.Problem {@code invalid-parameter} as for {@link CustomerDirectory#matching}
     */
    Page<ContactSummary> addressableFor(SegmentCriteria criteria, ConsentChannel channel, @Nullable String cursor);

    /**
     * Notes a choice with its proof. A choice that already stands changes nothing and leaves no second proof, except for
     * post, of which the contact keeps no flag.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code already-erased} when an erased contact would opt in
     */
    void recordConsent(UUID contactId, NewConsent consent);

    /**
     * Raises the moment of last contact; an earlier one is ignored.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    void touch(UUID contactId, Instant contactedAt);
}
