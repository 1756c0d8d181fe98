package io.renoz.inventory.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A location as other modules see it.
 *
 * @param code short human code
 * @param isDefault whether it receives and ships when a caller names none
 * @param sellable whether its stock may be promised
 * @param assignedUserId the technician whose vehicle it is
 */
public record LocationSummary(
        UUID id,
        String code,
        String name,
        LocationType type,
        boolean isDefault,
        boolean active,
        boolean sellable,
        @Nullable UUID assignedUserId) {}
