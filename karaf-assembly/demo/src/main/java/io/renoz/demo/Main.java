package io.renoz.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The verb {@code demo}: ends with 0 when the organization is there, 1 when something was refused, 2 when not understood. */
public final class Main {

    private static final String USAGE = "usage: demo [SLUG]";
    private static final String SLUG = "bright-spark";
    private static final int CUSTOMERS = 120;
    private static final int PASSWORD_BYTES = 8;

    private final Map<String, String> env;
    private final PrintStream out;

    Main(Map<String, String> env, PrintStream out) {
        this.env = env;
        this.out = out;
    }

    public static void main(String[] arguments) {
        if (arguments.length > 1) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            new Main(System.getenv(), System.out).run(arguments.length == 0 ? SLUG : arguments[0]);
        } catch (Refused e) {
            String hint = e.problem().equals("duplicate-value") ? "\nGive another name: ./renoz demo SLUG" : "";
            System.err.println("renoz: " + e.getMessage() + hint);
            System.exit(1);
        } catch (IOException | java.io.UncheckedIOException e) {
            System.err.println("renoz: " + e.getMessage());
            System.exit(1);
        }
    }

    void run(String slug) throws IOException {
        Api anyone = Api.at(URI.create(address()));
        Login boss = new Login("Ada Marino", "ada.marino@bright-spark.example", password(), "owner, admin");
        var founding = new Founding(anyone, anyone.as(operatorToken()));
        Api owner = founding.found(slug, boss);
        List<Login> logins = new ArrayList<>(List.of(boss));
        logins.addAll(new People(anyone, owner).hire(password()));
        var house = new House(owner);
        house.holidays(LocalDate.now(Clock.systemUTC()).getYear());
        List<UUID> customers = new Customers(owner).make(CUSTOMERS);
        house.fields(customers);
        report(slug, customers.size(), logins);
    }

    private void report(String slug, int customers, List<Login> logins) {
        out.printf(
                "Bright Spark Energy is there as '%s', with %d customers. Sign in at %susers/auth/login:%n%n",
                slug, customers, address());
        out.printf("%-18s %-14s %-40s %s%n", "who", "role", "e-mail", "password");
        logins.forEach(login ->
                out.printf("%-18s %-14s %-40s %s%n", login.name(), login.roles(), login.email(), login.password()));
        out.printf("%nThe passwords are shown once. The API as it is for them: %sdocs%n", address());
    }

    private String address() {
        return env.getOrDefault(
                "RENOZ_API", "http://127.0.0.1:" + env.getOrDefault("RENOZ_HTTP_PORT", "8080") + "/api/v1/");
    }

    private String operatorToken() throws IOException {
        String given = env.get("RENOZ_OPERATOR_TOKEN");
        Path file = Path.of(env.getOrDefault("RENOZ_HOME", ".renoz"), "operator-token");
        if (given != null) {
            return given;
        }
        if (!Files.exists(file)) {
            throw new IOException("there is no " + file + "; './renoz run --detach' starts the platform and makes it.");
        }
        return Files.readString(file).strip();
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
