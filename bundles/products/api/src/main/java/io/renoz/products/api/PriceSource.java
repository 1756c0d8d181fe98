package io.renoz.products.api;

/** Which rule gave a price; as text it is what lines keep: {@code base}, {@code tier}, {@code customer_price}. */
public enum PriceSource {
    /** Agreed with the customer. */
    CUSTOMER_PRICE,
    /** By quantity, for everybody. */
    TIER,
    /** The list price. */
    BASE,
    /** The sum of what is in a bundle that is priced so. */
    COMPONENTS
}
