package io.renoz.pipeline.opportunity;

/** What was done for a deal, or is to be done. */
public enum OpportunityActivityType {
    CALL,
    EMAIL,
    MEETING,
    NOTE,
    FOLLOW_UP
}
