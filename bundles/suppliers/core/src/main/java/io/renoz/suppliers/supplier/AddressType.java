package io.renoz.suppliers.supplier;

/** What an address of a supplier is for. */
public enum AddressType {
    BILLING,
    SHIPPING,
    HEADQUARTERS,
    /** Where goods go that are sent back. */
    RETURNS,
    /** Where money goes. */
    REMITTANCE
}
