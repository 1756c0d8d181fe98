package io.renoz.users.group;

/** What a user is in a group. */
enum GroupRole {
    MEMBER,
    /** Adds and removes members, here and below. */
    LEAD,
    /** As a lead. */
    MANAGER
}
