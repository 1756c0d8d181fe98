package io.renoz.platform.data;

import java.util.Map;

/**
 * Where the database is and who we are there: {@code RENOZ_DB_URL}, and for each of owner, app and platform the role and its
 * password.
 */
record DatabaseSettings(String url, Account owner, Account app, Account platform, int connections) {

    /** A role and its password. */
    record Account(String role, String password) {}

    /** From the environment, as the launcher sets it. */
    static DatabaseSettings of(Map<String, String> environment) {
        return new DatabaseSettings(
                required(environment, "RENOZ_DB_URL"),
                account(environment, "RENOZ_DB_OWNER", "renoz_owner"),
                account(environment, "RENOZ_DB_APP", "renoz_app"),
                account(environment, "RENOZ_DB_PLATFORM", "renoz_platform"),
                connections(environment.getOrDefault("RENOZ_DB_CONNECTIONS", "20")));
    }

    private static int connections(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalStateException(
                    "RENOZ_DB_CONNECTIONS is a number from 1 to 9999 and not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }

    private static Account account(Map<String, String> environment, String variable, String role) {
        return new Account(environment.getOrDefault(variable, role), required(environment, variable + "_PASSWORD"));
    }

    private static String required(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(variable + " is not set; start the platform with ./renoz run");
        }
        return value;
    }
}
