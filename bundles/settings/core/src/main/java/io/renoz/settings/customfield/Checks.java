package io.renoz.settings.customfield;

import io.renoz.settings.api.CustomFieldDefinition;
import io.renoz.settings.api.CustomFieldType;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SET-17: what values a field takes. */
final class Checks {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_TEXTAREA = 10_000;
    private static final int LONGEST_EMAIL = 320;
    private static final int LONGEST_URL = 2_000;
    private static final int DECIMALS = 3;
    private static final int DIGITS = 30;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>\"()]{1,64}@[^\\s@.,;<>\"()]+([.][^\\s@.,;<>\"()]+)+");
    private static final Pattern PHONE = Pattern.compile("[+][1-9][0-9]{1,14}");

    private Checks() {}

    /** A value that a field takes, or what is wrong with it. */
    record Outcome(Optional<Content> content, String fault) {

        static Outcome good(Object value) {
            return new Outcome(Optional.of(new Content(value)), "");
        }

        static Outcome bad(String fault) {
            return new Outcome(Optional.empty(), fault);
        }
    }

    /** By type, then by the limits of the field. */
    static Outcome of(CustomFieldDefinition field, Content sent) {
        Object value = sent.value();
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            return Outcome.bad("A text has no character NUL.");
        }
        return switch (field.fieldType()) {
            case TEXT -> value instanceof String text ? text(field, text, LONGEST_TEXT) : notA("text");
            case TEXTAREA -> value instanceof String text ? text(field, text, LONGEST_TEXTAREA) : notA("text");
            case NUMBER -> value instanceof BigDecimal number ? number(field, number) : notA("number");
            case DATE -> value instanceof String text ? date(text) : notA("date like 2026-07-31");
            case CHECKBOX ->
                value instanceof Boolean ? Outcome.good(value) : Outcome.bad("The value is true or false.");
            case SELECT -> value instanceof String text ? select(field, text) : notA("text");
            case MULTISELECT -> value instanceof List<?> list ? multiselect(field, list) : notA("list of texts");
            case EMAIL -> value instanceof String text ? email(field, text.strip()) : notA("text");
            case URL -> value instanceof String text ? url(field, text.strip()) : notA("text");
            case PHONE -> value instanceof String text ? phone(field, text.replaceAll("\\s", "")) : notA("text");
        };
    }

    private static Outcome notA(String what) {
        return Outcome.bad("The value is a " + what + ".");
    }

    private static Outcome text(CustomFieldDefinition field, String text, int most) {
        int length = text.codePointCount(0, text.length());
        Integer max = field.maxLength();
        int limit = max == null ? most : Math.min(most, max);
        if (length > limit) {
            return Outcome.bad("The value has at most " + limit + " characters.");
        }
        Integer min = field.minLength();
        if (min != null && length < min) {
            return Outcome.bad("The value has at least " + min + " characters.");
        }
        String pattern = field.fieldType() == CustomFieldType.TEXTAREA ? null : field.pattern();
        if (pattern != null && !Patterns.fits(pattern, text)) {
            String message = field.patternMessage();
            return Outcome.bad(message == null ? "The value does not have the form of this field." : message);
        }
        return Outcome.good(text);
    }

    private static Outcome number(CustomFieldDefinition field, BigDecimal number) {
        if (Math.abs((long) number.scale()) > DIGITS || number.precision() > DIGITS) {
            return Outcome.bad("The number has too many digits.");
        }
        if (number.stripTrailingZeros().scale() > DECIMALS) {
            return Outcome.bad("The number has at most " + DECIMALS + " decimal places.");
        }
        BigDecimal min = field.minValue();
        if (min != null && number.compareTo(min) < 0) {
            return Outcome.bad(
                    "The number is at least " + min.stripTrailingZeros().toPlainString() + ".");
        }
        BigDecimal max = field.maxValue();
        if (max != null && number.compareTo(max) > 0) {
            return Outcome.bad(
                    "The number is at most " + max.stripTrailingZeros().toPlainString() + ".");
        }
        return Outcome.good(number);
    }

    private static Outcome date(String text) {
        try {
            return Outcome.good(LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return notA("date like 2026-07-31");
        }
    }

    private static Set<String> values(CustomFieldDefinition field) {
        return field.options().stream().map(CustomFieldDefinition.Option::value).collect(Collectors.toSet());
    }

    private static Outcome select(CustomFieldDefinition field, String text) {
        return values(field).contains(text) ? Outcome.good(text) : notAnOption(field, text);
    }

    private static Outcome notAnOption(CustomFieldDefinition field, Object value) {
        return Outcome.bad("There is no option " + value + "; there are "
                + String.join(
                        ", ",
                        field.options().stream()
                                .map(CustomFieldDefinition.Option::value)
                                .toList())
                + ".");
    }

    private static Outcome multiselect(CustomFieldDefinition field, List<?> list) {
        Set<String> values = values(field);
        for (Object one : list) {
            if (!values.contains(String.valueOf(one))) {
                return notAnOption(field, one);
            }
        }
        return new HashSet<Object>(list).size() == list.size()
                ? Outcome.good(list)
                : Outcome.bad("Each option is chosen once.");
    }

    private static Outcome email(CustomFieldDefinition field, String text) {
        return EMAIL.matcher(text).matches()
                ? text(field, text, LONGEST_EMAIL)
                : Outcome.bad("The value is an e-mail address.");
    }

    private static Outcome url(CustomFieldDefinition field, String text) {
        try {
            var uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? text(field, text, LONGEST_URL) : notA("web address");
        } catch (URISyntaxException e) {
            return notA("web address");
        }
    }

    private static Outcome phone(CustomFieldDefinition field, String text) {
        return PHONE.matcher(text).matches()
                ? text(field, text, LONGEST_TEXT)
                : notA("telephone number like +61 2 5550 1234");
    }
}
