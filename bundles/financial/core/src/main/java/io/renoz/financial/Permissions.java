package io.renoz.financial;

/** Permissions of this module for single acts, beside reading and writing. */
public final class Permissions {

    public static final String ISSUE = "financial.issue";
    public static final String APPROVE = "financial.approve";
    public static final String VOID = "financial.void";
    public static final String REFUND = "financial.refund";

    /** Moving the lock date forward; moving it back needs {@link #UNLOCK}. */
    public static final String LOCK = "financial.lock";

    public static final String UNLOCK = "financial.unlock";

    private Permissions() {}
}
