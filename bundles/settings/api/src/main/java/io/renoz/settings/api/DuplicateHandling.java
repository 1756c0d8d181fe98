package io.renoz.settings.api;

/** What becomes of a row whose record is there already when an import only makes records. */
public enum DuplicateHandling {
    /** It is left out. */
    SKIP,
    /** It fills the gaps of the record; nothing that the record says is lost. */
    MERGE,
    /** It makes a second record, where the record's own keys allow it. */
    CREATE
}
