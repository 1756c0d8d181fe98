package io.renoz.orders.amendment;

/** What an amendment does to a line. */
public enum AmendmentItemAction {
    ADD,
    MODIFY,
    REMOVE
}
