package io.renoz.launcher;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the data is and the three roles that reach it.
 *
 * @param url a {@code jdbc:postgresql://host:port/name} URL
 * @param owner owns the schemas and migrates
 * @param app serves tenants under row level security
 * @param platform the kernel's own hand for what spans tenants
 */
record Database(String url, Login owner, Login app, Login platform) {

    static final String NAME = "renoz";

    /** The database that the environment names, empty when the embedded one is meant. */
    static Optional<Database> of(Map<String, String> env) {
        if (env.getOrDefault("RENOZ_DB_URL", "").isBlank()) {
            return Optional.empty();
        }
        List<String> missing = Stream.of("RENOZ_DB_OWNER", "RENOZ_DB_APP", "RENOZ_DB_PLATFORM")
                .map(variable -> variable + "_PASSWORD")
                .filter(variable -> env.getOrDefault(variable, "").isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("RENOZ_DB_URL is set, so these must be set too: " + String.join(", ", missing) + ".");
        }
        return Optional.of(planned(env));
    }

    /** The same before there are passwords: what is not in the environment has its usual name. */
    static Database planned(Map<String, String> env) {
        String url = env.getOrDefault("RENOZ_DB_URL", "");
        if (url.isBlank()) {
            url = "jdbc:postgresql://127.0.0.1/" + NAME;
        }
        if (!url.matches("jdbc:postgresql://[^/]+/[^/?]+([?].*)?")) {
            throw new Refusal("RENOZ_DB_URL must look like jdbc:postgresql://host:5432/renoz and not '" + url + "'.");
        }
        return new Database(
                url,
                login(env, "RENOZ_DB_OWNER", "renoz_owner"),
                login(env, "RENOZ_DB_APP", "renoz_app"),
                login(env, "RENOZ_DB_PLATFORM", "renoz_platform"));
    }

    private static Login login(Map<String, String> env, String variable, String role) {
        String name = env.getOrDefault(variable, role);
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new Refusal(variable + " must be a plain role name and not '" + name + "'.");
        }
        return new Login(name, env.getOrDefault(variable + "_PASSWORD", ""));
    }

    Database at(int port) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, owner, app, platform);
    }

    /** Host and port as people write them. */
    String server() {
        return uri().getAuthority();
    }

    String name() {
        return uri().getPath().substring(1);
    }

    int port() {
        return uri().getPort() < 0 ? 5432 : uri().getPort();
    }

    private URI uri() {
        return URI.create(url.substring("jdbc:".length()));
    }

    /** The variables of the same meaning, in the order a person reads them. */
    Map<String, String> env() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("RENOZ_DB_URL", url);
        put(env, "RENOZ_DB_OWNER", owner);
        put(env, "RENOZ_DB_APP", app);
        put(env, "RENOZ_DB_PLATFORM", platform);
        return env;
    }

    private static void put(Map<String, String> env, String variable, Login login) {
        env.put(variable, login.role());
        env.put(variable + "_PASSWORD", login.password());
    }
}
