package io.renoz.inventory.transfer;

public enum TransferStatus {
    DRAFT,
    IN_TRANSIT,
    PARTIALLY_RECEIVED,
    RECEIVED,
    CANCELLED
}
