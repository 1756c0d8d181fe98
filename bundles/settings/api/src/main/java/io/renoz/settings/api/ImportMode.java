package io.renoz.settings.api;

/** What an import may do. */
public enum ImportMode {
    /** Make records. */
    CREATE,
    /** Change records that are there. */
    UPDATE,
    /** Change those that are there, make the others. */
    CREATE_OR_UPDATE
}
