package io.renoz.launcher;

/** A database role and its password. */
record Login(String role, String password) {

    @Override
    public String toString() {
        return role; // a password never reaches a log by accident
    }
}
