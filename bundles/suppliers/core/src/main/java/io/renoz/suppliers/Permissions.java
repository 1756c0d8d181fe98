package io.renoz.suppliers;

/** Permissions of this module that go with single acts and fields rather than with whole operations. */
public final class Permissions {

    public static final String READ = "suppliers.read";

    public static final String WRITE = "suppliers.write";

    /** Asking for approval, of purchase orders and agreements alike. */
    public static final String SUBMIT = "suppliers.submit";

    public static final String ORDER = "suppliers.order";

    public static final String RECEIVE = "suppliers.receive";

    /** Deciding on purchase orders, amendments and agreements, and blacklisting: admin and finance. */
    public static final String APPROVE = "suppliers.approve";

    /** Deciding on prices and putting them into force: admin and finance. */
    public static final String PRICE = "suppliers.price";

    /** Rules of approval. */
    public static final String CONFIGURE = "suppliers.configure";

    /** What only an admin may do and is nobody else's trade. */
    public static final String DELETE = "suppliers.delete";

    public static final String MATCH_INVOICE = "suppliers.match_invoice";

    public static final String COSTS = "suppliers.costs";

    private Permissions() {}
}
