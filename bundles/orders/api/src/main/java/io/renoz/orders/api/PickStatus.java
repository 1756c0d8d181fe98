package io.renoz.orders.api;

/** How far a line is picked. */
public enum PickStatus {
    NOT_PICKED,
    PICKING,
    PICKED
}
