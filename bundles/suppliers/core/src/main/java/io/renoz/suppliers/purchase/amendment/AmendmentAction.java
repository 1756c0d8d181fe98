package io.renoz.suppliers.purchase.amendment;

/** What a line of an amendment does. */
public enum AmendmentAction {
    ADD_LINE,
    CHANGE_LINE,
    REMOVE_LINE,
    CHANGE_HEADER
}
