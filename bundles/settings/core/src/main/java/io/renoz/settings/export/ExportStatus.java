package io.renoz.settings.export;

/** How an export stands. */
enum ExportStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    EXPIRED;

    /** Whether it still takes a place among those that wait or run. */
    boolean open() {
        return this == PENDING || this == PROCESSING;
    }
}
