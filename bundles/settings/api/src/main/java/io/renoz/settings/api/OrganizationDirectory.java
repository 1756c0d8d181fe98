package io.renoz.settings.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Knows the current organization, and by what name people reach one before they have signed in. Thread-safe. */
@ProviderType
public interface OrganizationDirectory {

    /** The organization of the current call. */
    OrganizationProfile current();

    /**
     * The one organization with that slug or host name, whatever the case. The only question about organizations that needs
     * no organization; asked outside any transaction.
     */
    Optional<OrganizationRef> resolve(String slugOrHost);

    /**
     * Refuses unless the current organization may be written in.
     *
     * @throws io.renoz.problem.Problem {@code organization-suspended}, {@code organization-closed}
     */
    void requireWritable();
}
