package io.renoz.financial.reminder;

import io.renoz.problem.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a step's text can say of the order it is sent for: {@code {{orderNumber}}} and the like. */
final class Placeholders {

    static final Set<String> KNOWN = Set.of(
            "organizationName",
            "customerName",
            "orderNumber",
            "invoiceNumber",
            "dueDate",
            "daysOverdue",
            "balanceDue",
            "total",
            "feeAmount");

    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private Placeholders() {}

    /**
     * Refuses a text with placeholders that stand for nothing.
     *
     * @throws Problem {@code validation-failed}
     */
    static void check(String field, String text) {
        Matcher tags = TAG.matcher(text);
        var unknown = new TreeSet<String>();
        while (tags.find()) {
            if (!KNOWN.contains(tags.group(1))) {
                unknown.add(tags.group(1));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(field, "Nothing is known for " + String.join(", ", unknown) + ".");
        }
    }

    static String fill(String text, Map<String, String> values) {
        return TAG.matcher(text)
                .replaceAll(tag -> Matcher.quoteReplacement(values.getOrDefault(tag.group(1), tag.group())));
    }
}
