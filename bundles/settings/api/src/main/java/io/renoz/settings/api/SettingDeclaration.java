package io.renoz.settings.api;

import io.renoz.data.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting that a module knows.
 *
 * @param category the module's name
 * @param key name within the category
 * @param initial value where the organization has set none; null for secrets
 * @param whole a number without decimal places
 * @param min smallest number, if any
 * @param max largest number, if any; for strings the most characters
 * @param allowed the only values a string may have; empty for any
 * @param open visible without sign-in
 * @param secret encrypted at rest, never shown again
 */
public record SettingDeclaration(
        String category,
        String key,
        SettingType type,
        String label,
        @Nullable Json initial,
        boolean whole,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> allowed,
        boolean open,
        boolean secret) {

    private static final BigDecimal LONGEST_TEXT = BigDecimal.valueOf(2000);

    public SettingDeclaration {
        allowed = List.copyOf(allowed);
        if (open && secret) {
            throw new IllegalArgumentException(category + "." + key + " cannot be open and secret");
        }
    }

    /** A whole number within limits, both included. */
    public static SettingDeclaration number(
            String category, String key, String label, long initial, long min, long max) {
        return number(
                category, key, label, Long.toString(initial), true, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** A number with decimal places within limits, both included; all three as people write them. */
    public static SettingDeclaration decimal(
            String category, String key, String label, String initial, String min, String max) {
        return number(category, key, label, initial, false, new BigDecimal(min), new BigDecimal(max));
    }

    private static SettingDeclaration number(
            String category, String key, String label, String initial, boolean whole, BigDecimal min, BigDecimal max) {
        return new SettingDeclaration(
                category, key, SettingType.NUMBER, label, new Json(initial), whole, min, max, List.of(), false, false);
    }

    private static SettingDeclaration of(
            String category,
            String key,
            SettingType type,
            String label,
            @Nullable Json initial,
            @Nullable BigDecimal max,
            boolean secret) {
        return new SettingDeclaration(category, key, type, label, initial, false, null, max, List.of(), false, secret);
    }

    /** A switch. */
    public static SettingDeclaration flag(String category, String key, String label, boolean initial) {
        return of(category, key, SettingType.BOOLEAN, label, new Json(Boolean.toString(initial)), null, false);
    }

    /** A text of at most 2,000 characters; {@code initial} is plain ASCII without quotes or backslashes. */
    public static SettingDeclaration text(String category, String key, String label, String initial) {
        return of(category, key, SettingType.STRING, label, new Json('"' + initial + '"'), LONGEST_TEXT, false);
    }

    /** Any JSON value. */
    public static SettingDeclaration json(String category, String key, String label, Json initial) {
        return of(category, key, SettingType.JSON, label, initial, null, false);
    }

    /** A secret text, such as the key of an outside service. */
    public static SettingDeclaration secret(String category, String key, String label) {
        return of(category, key, SettingType.STRING, label, null, LONGEST_TEXT, true);
    }

    /** The same, limited to some values. */
    public SettingDeclaration among(String... values) {
        return new SettingDeclaration(
                category, key, type, label, initial, whole, min, max, List.of(values), open, secret);
    }

    /** The same, visible without sign-in. */
    public SettingDeclaration forEveryone() {
        return new SettingDeclaration(category, key, type, label, initial, whole, min, max, allowed, true, secret);
    }
}
