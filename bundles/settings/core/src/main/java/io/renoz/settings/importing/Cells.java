package io.renoz.settings.importing;

import io.renoz.settings.api.ImportField;
import io.renoz.settings.organization.Formats.DateFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads cells by the types of their fields, as the organization writes dates and numbers. Immutable. */
final class Cells {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("yes", true),
            Map.entry("y", true),
            Map.entry("1", true),
            Map.entry("x", true),
            Map.entry("false", false),
            Map.entry("no", false),
            Map.entry("n", false),
            Map.entry("0", false));

    private final DateTimeFormatter dates;
    private final String dateFormat;
    private final Pattern grouped;
    private final char decimal;

    /**
     * @param dateFormat how dates read
     * @param numberFormat a number as the organization writes it: {@code 1,234.56}
     */
    Cells(DateFormat dateFormat, String numberFormat) {
        this.dateFormat = dateFormat.code();
        dates = DateTimeFormatter.ofPattern(pattern(dateFormat), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        char group = numberFormat.charAt(1);
        decimal = numberFormat.charAt(5);
        String separator = group == ' ' ? "[ \u00a0\u202f]" : "[" + group + "]";
        grouped = Pattern.compile("[+-]?(\\d{1,3}(" + separator + "\\d{3})+|\\d+)([" + decimal + "]\\d+)?");
    }

    private static String pattern(DateFormat format) {
        return switch (format) {
            case DAY_MONTH_YEAR -> "d/M/uuuu";
            case MONTH_DAY_YEAR -> "M/d/uuuu";
            case ISO -> "uuuu-M-d";
            case DOTTED -> "d.M.uuuu";
        };
    }

    /** What a cell holds, or what is wrong with it. */
    record Read(Optional<Object> value, Optional<String> code, String message) {

        static Read of(Object value) {
            return new Read(Optional.of(value), Optional.empty(), "");
        }

        static Read wrong(String code, String message) {
            return new Read(Optional.empty(), Optional.of(code), message);
        }
    }

    /** Reads a cell that is not blank. */
    Read read(ImportField field, String cell) {
        String text = cell.strip();
        return switch (field.type()) {
            case TEXT ->
                field.maxLength() > 0 && text.length() > field.maxLength()
                        ? Read.wrong("too-long", "At most " + field.maxLength() + " characters.")
                        : Read.of(text);
            case INTEGER -> whole(text);
            case DECIMAL -> number(text).map(Read::of).orElseGet(() -> Read.wrong("no-number", "This is no number."));
            case FLAG ->
                Optional.ofNullable(FLAGS.get(text.toLowerCase(Locale.ROOT)))
                        .map(Read::of)
                        .orElseGet(() -> Read.wrong("no-flag", "Write yes or no."));
            case DATE -> date(text);
            case CHOICE -> choice(field, text);
        };
    }

    private Read whole(String text) {
        try {
            return number(text)
                    .map(number -> Read.of(number.intValueExact()))
                    .orElseGet(() -> Read.wrong("no-number", "This is no number."));
        } catch (ArithmeticException e) {
            return Read.wrong("no-number", "This is no whole number.");
        }
    }

    /** As the organization writes numbers, else as programs do. */
    private Optional<BigDecimal> number(String text) {
        if (grouped.matcher(text).matches()) {
            String plain = text.replaceAll("[^0-9" + decimal + "+-]", "").replace(decimal, '.');
            return Optional.of(new BigDecimal(plain));
        }
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private Read date(String text) {
        try {
            return Read.of(LocalDate.parse(text, dates));
        } catch (DateTimeException e) {
            return Read.wrong("no-date", "This is no date like " + dateFormat + ".");
        }
    }

    private static Read choice(ImportField field, String text) {
        String wanted = text.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return field.allowed().contains(wanted)
                ? Read.of(wanted)
                : Read.wrong("no-choice", "One of " + String.join(", ", field.allowed()) + ".");
    }
}
