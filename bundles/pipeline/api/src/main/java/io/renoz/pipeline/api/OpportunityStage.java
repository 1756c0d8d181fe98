package io.renoz.pipeline.api;

/** How far a possible sale has come. */
public enum OpportunityStage {
    NEW,
    QUALIFIED,
    PROPOSAL,
    NEGOTIATION,
    WON,
    LOST;

    /** Whether it is neither won nor lost yet. */
    public boolean open() {
        return this != WON && this != LOST;
    }
}
