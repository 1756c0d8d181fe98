package io.renoz.activities.api;

/** What brought a change about. */
public enum Source {
    MANUAL,
    EMAIL,
    WEBHOOK,
    SYSTEM,
    IMPORT,
    PORTAL,
    API
}
