package io.renoz.settings.customfield;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.renoz.problem.Problem;

/**
 * Regular expressions that people of an organization write. They are matched in time linear to the text, whatever they say, so
 * that no pattern can keep the server busy; look-around and back-references are unknown for that reason.
 */
final class Patterns {

    private static final int LARGEST = 5_000;

    private Patterns() {}

    /** @throws Problem {@code validation-failed} for one that is none */
    static void check(String pattern) {
        if (PatternSize.of(pattern) > LARGEST) {
            throw Problem.invalid("pattern", "The pattern repeats too much.");
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
