package io.renoz.settings.api;

/** The first user of a new organization. */
public record NewOwner(String email, String name, String password) {

    /** Without the password, so that no log shows it. */
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
