package io.renoz.neighbour.api;

import java.math.BigDecimal;

/** A service. */
public interface Accounts {

    /** What is owed. */
    BigDecimal balance();
}
