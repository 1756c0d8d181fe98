package io.renoz.users.user;

/** What kind of account it is. */
public enum UserType {
    STAFF,
    INSTALLER,
    /** A machine's; it has no password. */
    SERVICE
}
