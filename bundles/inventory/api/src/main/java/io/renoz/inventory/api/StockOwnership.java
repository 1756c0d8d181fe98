package io.renoz.inventory.api;

/** Whose goods they are; those of a customer carry no value. */
public enum StockOwnership {
    OWN,
    SUPPLIER_CONSIGNMENT,
    CUSTOMER
}
