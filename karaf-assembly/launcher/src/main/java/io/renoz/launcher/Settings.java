package io.renoz.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says, checked once.
 *
 * @param home all state
 * @param distribution the unpacked Karaf distribution that this launcher came with
 * @param host address the HTTP connector binds, 127.0.0.1 unless {@code RENOZ_HTTP_HOST} is set
 * @param port of HTTP, 8080 unless {@code RENOZ_HTTP_PORT} is set
 * @param external the database somebody else runs, empty for the embedded one
 */
record Settings(
        Home home, Path distribution, String host, int port, Optional<Database> external, Map<String, String> env) {

    static Settings of(Map<String, String> env, Path distribution) {
        MailVariables.check(env);
        return of(env, distribution, Database.of(env));
    }

    /** For verbs that start nothing and log in nowhere: no password is asked for. */
    static Settings withoutPasswords(Map<String, String> env, Path distribution) {
        boolean external = !env.getOrDefault("RENOZ_DB_URL", "").isBlank();
        return of(env, distribution, external ? Optional.of(Database.planned(env)) : Optional.empty());
    }

    private static Settings of(Map<String, String> env, Path distribution, Optional<Database> external) {
        String home = env.getOrDefault("RENOZ_HOME", "");
        Path root = home.isBlank() ? Path.of(System.getProperty("user.home"), ".renoz") : Path.of(home);
        return new Settings(
                new Home(root.toAbsolutePath().normalize()),
                distribution,
                env.getOrDefault("RENOZ_HTTP_HOST", "127.0.0.1"),
                port(env.getOrDefault("RENOZ_HTTP_PORT", "8080")),
                external,
                Map.copyOf(env));
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new Refusal("RENOZ_HTTP_PORT must be a port between 1 and 65535 and not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    /** Where people and the launcher itself reach the platform. */
    static String url(String host, int port) {
        return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
    }
}
