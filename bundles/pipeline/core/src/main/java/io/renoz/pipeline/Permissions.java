package io.renoz.pipeline;

/** Permissions of this module that go with single fields and acts rather than with whole operations. */
public final class Permissions {

    /** Consenting to discounts, prices and margins beyond what the organization allows: finance and admin. */
    public static final String APPROVE = "pipeline.approve";

    /** Opening what was won or lost again: admin. */
    public static final String REOPEN = "pipeline.reopen";

    /** Sending quotes, or noting that they were sent: sales and admin. */
    public static final String SEND = "pipeline.send";

    /** Seeing what things cost and what is left: finance and admin. */
    public static final String COST = "pipeline.cost";

    private Permissions() {}
}
