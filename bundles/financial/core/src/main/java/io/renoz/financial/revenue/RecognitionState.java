package io.renoz.financial.revenue;

/** Where an entry of revenue stands. */
public enum RecognitionState {
    PENDING,
    RECOGNIZED,
    SYNCING,
    SYNCED,
    SYNC_FAILED,
    MANUAL_OVERRIDE,
    REVERSED;

    /** Whether it may be taken back. */
    boolean reversible() {
        return this == RECOGNIZED || this == SYNCED || this == MANUAL_OVERRIDE;
    }
}
