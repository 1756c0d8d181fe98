package io.renoz.inventory;

/** Permissions of this module that go with single acts rather than with whole operations. */
public final class Permissions {

    public static final String READ = "inventory.read";
    public static final String WRITE = "inventory.write";
    public static final String RECEIVE = "inventory.receive";
    public static final String ISSUE = "inventory.issue";
    public static final String TRANSFER = "inventory.transfer";
    public static final String COUNT = "inventory.count";
    public static final String ADJUST = "inventory.adjust";

    /** A second pair of eyes for what changes much value. */
    public static final String APPROVE = "inventory.approve";

    public static final String CONFIGURE = "inventory.configure";
    public static final String RESERVE = "inventory.reserve";
    public static final String VALUATION = "inventory.valuation";

    /** INV-22: the same as the plain permission, for the vehicle that is assigned to the caller. */
    public static final String ISSUE_OWN = "inventory.issue_own";

    public static final String TRANSFER_OWN = "inventory.transfer_own";
    public static final String COUNT_OWN = "inventory.count_own";

    private Permissions() {}
}
