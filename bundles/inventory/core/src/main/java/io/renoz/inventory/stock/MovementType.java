package io.renoz.inventory.stock;

public enum MovementType {
    RECEIVE,
    ALLOCATE,
    DEALLOCATE,
    PICK,
    UNPICK,
    SHIP,
    ISSUE,
    RETURN,
    TRANSFER,
    ADJUST,
    COUNT,
    SCRAP,
    STATUS_CHANGE,
    REVALUE
}
