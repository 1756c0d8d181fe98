package io.renoz.customers.api;

/** What kind of party a customer is. */
public enum CustomerType {
    INDIVIDUAL,
    BUSINESS,
    GOVERNMENT,
    NON_PROFIT
}
