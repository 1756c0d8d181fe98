package io.renoz.orders;

/** Permissions of this module that go with single acts and fields rather than with whole operations. */
public final class Permissions {

    public static final String CONFIRM = "orders.confirm";
    public static final String CANCEL = "orders.cancel";
    public static final String PICK = "orders.pick";
    public static final String SHIP = "orders.ship";
    public static final String AMEND = "orders.amend";
    public static final String APPROVE = "orders.approve";
    public static final String PAY = "orders.pay";
    public static final String REFUND = "orders.refund";
    public static final String INVOICE = "orders.invoice";
    public static final String IMPORT = "orders.import";

    /** May let an order pass the credit check, with a reason. */
    public static final String CREDIT = "orders.credit";

    /** May sell below the floor of a product. */
    public static final String PRICE = "orders.price";

    /** Sees what goods cost us. */
    public static final String COST = "orders.cost";

    /** What only an admin may do and is nobody else's trade. */
    public static final String DELETE = "orders.delete";

    private Permissions() {}
}
