package io.renoz.users.api;

/** How far a stand-in goes; each includes the one before it. */
public enum DelegationScope {
    NOTIFICATIONS,
    APPROVALS,
    FULL;

    /** Whether a delegation of this scope is good for what needs {@code other}. */
    public boolean covers(DelegationScope other) {
        return compareTo(other) >= 0;
    }
}
