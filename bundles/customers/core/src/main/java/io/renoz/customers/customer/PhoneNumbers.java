package io.renoz.customers.customer;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes telephone numbers the international way (E.164), {@code +61298765432}, where they can be understood: those that
 * begin with {@code +} or {@code 00}, and national ones of countries whose trunk prefix is known. Anything else stays as it
 * was typed.
 */
final class PhoneNumbers {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-/]");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

    /** Calling code and the prefix of national numbers, by country. */
    private record Plan(String code, String trunk) {}

    private static final Map<String, Plan> PLANS = Map.ofEntries(
            Map.entry("AE", new Plan("971", "0")),
            Map.entry("AT", new Plan("43", "0")),
            Map.entry("AU", new Plan("61", "0")),
            Map.entry("BE", new Plan("32", "0")),
            Map.entry("BR", new Plan("55", "0")),
            Map.entry("CA", new Plan("1", "1")),
            Map.entry("CH", new Plan("41", "0")),
            Map.entry("DE", new Plan("49", "0")),
            Map.entry("FI", new Plan("358", "0")),
            Map.entry("FR", new Plan("33", "0")),
            Map.entry("GB", new Plan("44", "0")),
            Map.entry("IE", new Plan("353", "0")),
            Map.entry("IN", new Plan("91", "0")),
            Map.entry("JP", new Plan("81", "0")),
            Map.entry("NL", new Plan("31", "0")),
            Map.entry("NZ", new Plan("64", "0")),
            Map.entry("SE", new Plan("46", "0")),
            Map.entry("US", new Plan("1", "1")),
            Map.entry("ZA", new Plan("27", "0")));

    private PhoneNumbers() {}

    /** The number in E.164 if it can be parsed with {@code country} as default, else as typed; null stays null. */
    static @Nullable String normal(@Nullable String typed, String country) {
        if (typed == null) {
            return null;
        }
        String international = international(PUNCTUATION.matcher(typed).replaceAll(""), PLANS.get(country));
        return INTERNATIONAL.matcher(international).matches() ? international : typed.strip();
    }

    private static String international(String digits, @Nullable Plan plan) {
        if (digits.startsWith("+")) {
            return digits;
        }
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        boolean national = plan != null && (digits.startsWith(plan.trunk) || plan.code.equals("1"));
        if (plan == null || !national) {
            return digits;
        }
        return "+" + plan.code + (digits.startsWith(plan.trunk) ? digits.substring(plan.trunk.length()) : digits);
    }
}
