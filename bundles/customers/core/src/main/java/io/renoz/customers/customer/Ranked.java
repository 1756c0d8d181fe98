package io.renoz.customers.customer;

import io.renoz.data.Row;
import java.util.UUID;

/** A part of a customer of which at most one of a kind comes first. */
interface Ranked extends Row {

    UUID customerId();

    /** Parts of different kinds do not compete. */
    Object kind();

    boolean first();

    /** Whether it came first when it was read. */
    boolean wasFirst();

    void rank(boolean first);

    /** Goes over to another customer, as in a merge. */
    void moveTo(UUID customer);
}
