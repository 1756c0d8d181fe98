package com.example.pettycash.api;

/** What money was spent on. */
public enum Category {
    OFFICE,
    TRAVEL,
    POSTAGE,
    MEALS,
    OTHER
}
