package io.renoz.inventory.count;

public enum CountItemStatus {
    PENDING,
    COUNTED,
    RECOUNT,
    REVIEWED
}
