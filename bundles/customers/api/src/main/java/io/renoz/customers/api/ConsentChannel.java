package io.renoz.customers.api;

/** A way to reach a person that needs their consent for marketing. */
public enum ConsentChannel {
    EMAIL,
    SMS,
    PHONE,
    POST
}
