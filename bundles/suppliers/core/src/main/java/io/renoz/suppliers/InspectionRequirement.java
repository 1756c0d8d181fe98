package io.renoz.suppliers;

/** How closely goods are looked at when they arrive. */
public enum InspectionRequirement {
    /** Not at all: what arrives is accepted. */
    NONE,
    SAMPLE,
    FULL
}
