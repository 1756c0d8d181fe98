package io.renoz.pipeline.api;

/** Where a possible sale came from. */
public enum OpportunitySource {
    REFERRAL,
    WEBSITE,
    COLD_CALL,
    TRADE_SHOW,
    EXISTING_CUSTOMER,
    CAMPAIGN,
    PARTNER,
    OTHER
}
