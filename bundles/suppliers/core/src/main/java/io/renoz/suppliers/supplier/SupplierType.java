package io.renoz.suppliers.supplier;

/** What kind of business a supplier is. */
public enum SupplierType {
    MANUFACTURER,
    DISTRIBUTOR,
    RETAILER,
    SERVICE,
    RAW_MATERIALS,
    SUBCONTRACTOR
}
