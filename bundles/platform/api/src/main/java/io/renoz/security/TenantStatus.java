package io.renoz.security;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** Whether an organization may be worked in; implemented by the module that has the organizations. */
@ConsumerType
public interface TenantStatus {

    /** Asked with every request, so answered from memory: the slug that answers writes ({@code organization-suspended}) or everything ({@code organization-closed}), if any. */
    Optional<String> obstacle(UUID organization);
}
