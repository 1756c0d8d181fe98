package io.renoz.settings.webhook;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers that a subscription adds to its requests. */
final class CustomHeaders {

    private static final int MOST = 20;
    private static final int LONGEST_VALUE = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");

    /** Those that say how the message travels are ours to set. */
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "content-type",
            "content-encoding",
            "connection",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "user-agent");

    private CustomHeaders() {}

    static Map<String, String> of(@Nullable Json stored) {
        return stored == null ? Map.of() : JsonText.texts(stored).orElse(Map.of());
    }

    /** @throws Problem {@code validation-failed} */
    static void check(@Nullable Json sent) {
        if (sent == null) {
            return;
        }
        Map<String, String> headers = JsonText.texts(sent)
                .orElseThrow(() -> Problem.invalid("customHeaders", "Headers are an object of texts by name."));
        if (headers.size() > MOST) {
            throw Problem.invalid("customHeaders", "There are at most " + MOST + " headers.");
        }
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches() || OURS.contains(lower) || lower.startsWith("x-renoz-")) {
                throw Problem.invalid("customHeaders", "A header cannot have this name: " + name + ".");
            }
            if (value.length() > LONGEST_VALUE || !VALUE.matcher(value).matches()) {
                throw Problem.invalid(
                        "customHeaders",
                        "The value of " + name + " is plain ASCII of at most " + LONGEST_VALUE + " characters.");
            }
        });
    }
}
