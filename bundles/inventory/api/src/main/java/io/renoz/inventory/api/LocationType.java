package io.renoz.inventory.api;

/** What kind of site a location is. */
public enum LocationType {
    WAREHOUSE,
    STORE,
    VEHICLE,
    JOB_SITE,
    CUSTOMER_SITE,
    SUPPLIER_SITE,
    TRANSIT,
    VIRTUAL
}
