package io.renoz.products.attribute;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.renoz.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Regular expressions that people of an organization write; matched in time linear to the text, whatever they say. */
final class Patterns {

    /** Repetitions multiply; a longer one than this would be compiled for long. */
    private static final int MOST_REPEATS = 3;

    private Patterns() {}

    /** @throws Problem {@code validation-failed} for one that is none */
    static void check(@Nullable String pattern) {
        if (pattern == null) {
            return;
        }
        if (pattern.chars().filter(c -> c == '{').count() > MOST_REPEATS) {
            throw Problem.invalid("pattern", "The pattern has more than " + MOST_REPEATS + " counted repetitions.");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw Problem.invalid("pattern", "This is no regular expression: " + e.getDescription() + ".");
        }
    }

    /** Whether the whole text fits. */
    static boolean fits(String pattern, String text) {
        return Pattern.matches(pattern, text);
    }
}
