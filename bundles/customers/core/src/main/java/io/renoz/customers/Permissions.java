package io.renoz.customers;

/** Permissions of this module that go with single fields and acts rather than with whole operations. */
public final class Permissions {

    /** Credit hold, limit and terms, and the states that protect us from bad debtors: finance and admin. */
    public static final String CREDIT = "customers.credit";

    /** What only an admin may do and is nobody else's trade. */
    public static final String DELETE = "customers.delete";

    public static final String MERGE = "customers.merge";

    public static final String ERASE = "customers.erase";

    private Permissions() {}
}
