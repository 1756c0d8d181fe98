package io.renoz.customers.api;

/** How the organization stands with a customer. */
public enum CustomerStatus {
    PROSPECT,
    ACTIVE,
    INACTIVE,
    SUSPENDED,
    BLACKLISTED;

    /** Whether new business may be done; prospects and inactive customers become active by it. */
    public boolean trading() {
        return this != SUSPENDED && this != BLACKLISTED;
    }
}
