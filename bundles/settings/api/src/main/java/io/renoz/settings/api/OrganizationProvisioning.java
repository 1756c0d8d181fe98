package io.renoz.settings.api;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes organizations and moves them through their life, for the host. Each act opens its own transaction in the organization
 * concerned, so none may be open.
 */
@ProviderType
public interface OrganizationProvisioning {

    /**
     * Makes the organization, its owner, the built-in roles, a working calendar and the sequences of core modules, all or nothing.
     *
     * @throws io.renoz.problem.Problem {@code duplicate-value} when the slug is taken, {@code validation-failed},
     *     {@code weak-password}
     */
    UUID create(NewOrganization organization);

    /**
     * A trial becomes a full organization.
     *
     * @throws io.renoz.problem.Problem {@code not-found}, {@code invalid-transition}
     */
    void activate(UUID organization);

    /**
     * Writes stop.
     *
     * @throws io.renoz.problem.Problem {@code not-found}, {@code invalid-transition}
     */
    void suspend(UUID organization, String reason);

    /**
     * A suspended organization works again.
     *
     * @throws io.renoz.problem.Problem {@code not-found}, {@code invalid-transition}
     */
    void reinstate(UUID organization);

    /**
     * Everything stops; what is kept may be erased 30 days later.
     *
     * @param confirmation the slug, typed again
     * @throws io.renoz.problem.Problem {@code not-found}, {@code confirmation-mismatch}, {@code invalid-transition}
     */
    void close(UUID organization, String confirmation);

    /**
     * A closed organization works again, before the day its data may be erased.
     *
     * @throws io.renoz.problem.Problem {@code not-found}, {@code invalid-transition}
     */
    void reopen(UUID organization);
}
