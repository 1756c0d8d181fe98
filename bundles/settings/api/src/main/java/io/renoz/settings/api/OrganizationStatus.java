package io.renoz.settings.api;

/** Where an organization stands with its host. */
public enum OrganizationStatus {
    TRIAL,
    ACTIVE,
    /** Reads go on, writes do not. */
    SUSPENDED,
    /** Nothing goes on; what is kept is erased after a while. */
    CLOSED
}
