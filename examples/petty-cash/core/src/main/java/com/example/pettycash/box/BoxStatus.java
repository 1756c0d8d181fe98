package com.example.pettycash.box;

/** Whether a box takes entries. */
public enum BoxStatus {
    OPEN,
    CLOSED
}
