package io.renoz.customers.api;

/** How a choice about consent came to us. */
public enum ConsentSource {
    STAFF,
    WEB_FORM,
    PORTAL,
    UNSUBSCRIBE_LINK,
    PROVIDER_COMPLAINT,
    IMPORT,
    ERASURE
}
