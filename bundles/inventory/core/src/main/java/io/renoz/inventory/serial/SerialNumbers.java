package io.renoz.inventory.serial;

import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** INV-10, INV-11: serial numbers as people type them. */
public final class SerialNumbers {

    private static final Pattern FROM_TO = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Pattern SOME_MORE = Pattern.compile("(.*?)(\\d{1,18})\\+(\\d{1,6})");
    private static final int MOST = 10_000;
    private static final int LONGEST = 100;

    private SerialNumbers() {}

    /** How serials are compared. */
    public static String normal(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * Single serials out of what was typed: {@code 1-5}, {@code 1,3,5}, and {@code SN100+3} for that one and the next two.
     *
     * @param field where they were, for problems
     * @throws Problem {@code validation-failed} for one that comes twice, is blank or too long, or too many
     */
    public static List<String> expand(List<String> typed, String field) {
        var serials = new ArrayList<String>();
        for (int i = 0; i < typed.size(); i++) {
            for (String one : typed.get(i).split(",", -1)) {
                add(serials, one.strip(), field + "/" + i);
            }
        }
        var seen = new HashSet<String>();
        for (String serial : serials) {
            if (!seen.add(normal(serial))) {
                throw Problem.invalid(field, "The serial " + serial + " comes twice.");
            }
        }
        return serials;
    }

    private static void add(List<String> serials, String text, String field) {
        Matcher range = FROM_TO.matcher(text);
        Matcher more = SOME_MORE.matcher(text);
        if (range.matches() && number(range.group(2)) >= number(range.group(1))) {
            count(serials, "", range.group(1), number(range.group(2)) - number(range.group(1)) + 1, field);
        } else if (more.matches()) {
            count(serials, more.group(1), more.group(2), number(more.group(3)), field);
        } else if (text.isEmpty() || text.length() > LONGEST) {
            throw Problem.invalid(field, "A serial has 1 to " + LONGEST + " characters.");
        } else {
            serials.add(text);
        }
        if (serials.size() > MOST) {
            throw Problem.invalid(field, "At most " + MOST + " serials at once.");
        }
    }

    private static void count(List<String> serials, String prefix, String first, long count, String field) {
        if (count < 1 || count > MOST) {
            throw Problem.invalid(field, "A range has 1 to " + MOST + " serials.");
        }
        for (long i = 0; i < count; i++) {
            String digits = Long.toString(number(first) + i);
            serials.add(prefix + "0".repeat(Math.max(0, first.length() - digits.length())) + digits);
        }
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }
}
