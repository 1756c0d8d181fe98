package io.renoz.platform.rest.front;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the path of a request below {@code /api/v1}. */
final class Addresses {

    /** Mount of what belongs to the host's staff. */
    static final String OPERATOR = "operator";

    /** Mount of the kernel's own resources. */
    static final String KERNEL = "";

    private static final Pattern QUERY = Pattern.compile("(?:[^%]|%[0-9a-fA-F]{2})*+");

    private Addresses() {}

    /** Whether every percent sign of a query begins a byte. */
    static boolean wellFormed(@Nullable String query) {
        return query == null || query.indexOf('%') < 0 || QUERY.matcher(query).matches();
    }

    /** The first part of a path; empty when there is none. */
    static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.length() < 2 ? "" : end < 0 ? path.substring(1) : path.substring(1, end);
    }

    /** The mount a path leads to, as far as its first part says so. */
    static String mount(String path, Predicate<String> kernel) {
        String first = first(path);
        return kernel.test(first) ? KERNEL : first;
    }
}
