package io.renoz.customers;

import java.util.List;
import java.util.UUID;

/** Something of this module that hangs on an account and goes along when the account is merged into another. */
public interface AccountPart {

    /** Its table, as the record of the merge names it. */
    String table();

    /** Gives to one account what the other has, as far as it has none of its own; returns the ids of the rows that moved. */
    List<UUID> move(UUID from, UUID to);
}
