package io.renoz.settings.api;

import org.jspecify.annotations.Nullable;

/**
 * The first user of a new organization.
 *
 * @param password null for an owner who is invited by mail
 */
public record NewOwner(String email, String name, @Nullable String password) {

    /** Without the password, so that no log shows it. */
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
