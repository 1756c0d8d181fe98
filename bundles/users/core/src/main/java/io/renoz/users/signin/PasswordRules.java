package io.renoz.users.signin;

import io.renoz.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** USR-05: which passwords are good enough. */
public final class PasswordRules {

    /** Fewest characters, unless the organization wants more. */
    public static final int LEAST_LENGTH = 12;

    private static final int MOST_LENGTH = 128;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /**
     * Refuses a password that is not good enough.
     *
     * @param field where the caller sent it
     * @throws Problem {@code weak-password} with the reason
     */
    public static void check(String field, String password, int leastLength, String email, String name) {
        int length = password.codePointCount(0, password.length());
        String lower = password.toLowerCase(Locale.ROOT);
        if (length < leastLength || length > MOST_LENGTH) {
            throw weak(field, "A password has " + leastLength + " to " + MOST_LENGTH + " characters.");
        }
        if (lower.equals(email.toLowerCase(Locale.ROOT)) || lower.equals(name.toLowerCase(Locale.ROOT))) {
            throw weak(field, "A password is not one's own address or name.");
        }
        if (COMMON.contains(lower)) {
            throw weak(field, "This is one of the passwords that are tried first.");
        }
    }

    /** Why a password is not good enough. */
    public static Problem weak(String field, String reason) {
        return Problem.of("weak-password", reason).with(List.of(new Problem.FieldError("/" + field, reason)));
    }

    /** The 10,000 most common ones, in lower case, one a line. */
    private static Set<String> common() {
        InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt");
        if (list == null) {
            throw new IllegalStateException("common-passwords.txt is not beside " + PasswordRules.class.getName());
        }
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
