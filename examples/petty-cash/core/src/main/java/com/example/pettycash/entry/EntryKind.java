package com.example.pettycash.entry;

/** Which way the money went. */
public enum EntryKind {
    /** Into the box. */
    RECEIPT,
    /** Out of it. */
    PAYMENT
}
