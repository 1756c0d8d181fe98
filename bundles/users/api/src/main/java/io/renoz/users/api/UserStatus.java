package io.renoz.users.api;

/** Where a user stands. */
public enum UserStatus {
    INVITED,
    ACTIVE,
    SUSPENDED,
    DEACTIVATED
}
