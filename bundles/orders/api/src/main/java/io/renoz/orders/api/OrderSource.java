package io.renoz.orders.api;

/** How an order came in. */
public enum OrderSource {
    WEB,
    PHONE,
    EMAIL,
    API,
    POS,
    QUOTE,
    TEMPLATE,
    IMPORT,
    STAFF,
    JOB,
    REPLACEMENT
}
