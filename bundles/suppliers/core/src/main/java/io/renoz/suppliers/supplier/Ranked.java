package io.renoz.suppliers.supplier;

import io.renoz.data.Row;

/** A part of a supplier of which at most one of a kind comes first. */
interface Ranked extends Row {

    /** Parts of different kinds do not compete. */
    Object kind();

    boolean first();

    /** Whether it came first among its kind when it was read. */
    boolean wasFirst();

    void stepDown();
}
