package io.renoz.inventory.api;

/** What happened to a unit with a serial number. */
public enum SerializedItemEventType {
    RECEIVED,
    ALLOCATED,
    DEALLOCATED,
    MOVED,
    SHIPPED,
    INSTALLED,
    REMOVED,
    RETURNED,
    WARRANTY_REGISTERED,
    WARRANTY_CLAIMED,
    RMA_REQUESTED,
    RMA_RECEIVED,
    STATUS_CHANGED,
    CORRECTED,
    NOTED
}
