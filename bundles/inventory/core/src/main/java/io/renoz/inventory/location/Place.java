package io.renoz.inventory.location;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place with what of its location decides about stock in it.
 *
 * @param active whether both are in use
 * @param sells whether its free stock may be promised
 * @param allowsNegative whether stock may run below zero
 * @param assignedUserId whose vehicle it is in
 * @param capacity units it can hold; null for any number
 */
public record Place(
        UUID id,
        UUID locationId,
        String path,
        boolean root,
        boolean active,
        boolean sells,
        boolean receivable,
        boolean pickable,
        boolean quarantine,
        boolean allowsNegative,
        @Nullable UUID assignedUserId,
        @Nullable Integer capacity) {}
