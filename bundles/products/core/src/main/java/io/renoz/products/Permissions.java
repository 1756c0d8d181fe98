package io.renoz.products;

/** Permissions of this module that go with single fields and acts rather than with whole operations. */
public final class Permissions {

    /** To see: prices are part of a product. */
    public static final String READ = "products.read";

    public static final String WRITE = "products.write";

    /** What products sell for: base prices, tiers, prices of customers. */
    public static final String PRICE = "products.price";

    /** What products cost us, and so how low we can go. */
    public static final String COST = "products.cost";

    private Permissions() {}
}
