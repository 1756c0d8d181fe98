package io.renoz.platform.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;

/** What texts stand for, in bodies and in addresses alike: one way to write a value, and only what can be stored. */
public final class Texts {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LAST_YEAR = 9999; // of RFC 3339; what is beyond would be infinity to the database

    private Texts() {}

    /** Only the usual form of 36 characters; {@link UUID#fromString} takes much else. */
    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    /** A day of the years 1 to 9999. */
    public static LocalDate date(String text) {
        LocalDate day = LocalDate.parse(text);
        year(day.getYear());
        return day;
    }

    /** A time with an offset, of the years 1 to 9999. */
    public static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        year(time.getYear());
        return time.toInstant();
    }

    private static void year(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("beyond what can be stored");
        }
    }

    /** A text of characters that can be stored. */
    public static String storable(String text) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException("a character that cannot be stored");
        }
        return text;
    }

    /** Whether a text has neither NUL, which the database refuses, nor half a surrogate pair, which it would not give back. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
