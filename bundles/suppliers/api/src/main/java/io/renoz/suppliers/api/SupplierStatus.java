package io.renoz.suppliers.api;

/** How the organization stands with a supplier. */
public enum SupplierStatus {
    ACTIVE,
    INACTIVE,
    SUSPENDED,
    BLACKLISTED;

    /** SUP-04, SUP-25: whether new orders may be given; what was ordered before can still be received. */
    public boolean orderable() {
        return this == ACTIVE;
    }
}
