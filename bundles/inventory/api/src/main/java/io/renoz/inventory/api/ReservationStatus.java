package io.renoz.inventory.api;

/** Where a claim on stock stands. */
public enum ReservationStatus {
    ACTIVE,
    PARTIALLY_FULFILLED,
    FULFILLED,
    RELEASED,
    EXPIRED;

    /** Whether it still holds stock, or waits for some. */
    public boolean open() {
        return this == ACTIVE || this == PARTIALLY_FULFILLED;
    }
}
