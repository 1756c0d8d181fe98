package io.renoz.settings.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a file can bring.
 *
 * @param name as the API names it, in camel case
 * @param label heading of its column, and how people call it
 * @param required whether a new record needs it
 * @param maxLength most characters of a text; 0 for no limit
 * @param allowed the only values of a choice
 * @param hint for the person who fills in the file; null when the label says it all
 * @param samples three values as they might be in a file
 */
public record ImportField(
        String name,
        String label,
        Type type,
        boolean required,
        int maxLength,
        List<String> allowed,
        @Nullable String hint,
        List<String> samples) {

    /** How a cell is read. */
    public enum Type {
        /** As it stands, without blanks around it: {@link String}. */
        TEXT,
        /** A whole number: {@link Integer}. */
        INTEGER,
        /** {@link java.math.BigDecimal}. */
        DECIMAL,
        /** true, false, yes, no, 1, 0: {@link Boolean}. */
        FLAG,
        /** In the date format of the import: {@link java.time.LocalDate}. */
        DATE,
        /** One of the allowed values, whatever the case: {@link String} as allowed. */
        CHOICE
    }

    public ImportField {
        allowed = List.copyOf(allowed);
        samples = List.copyOf(samples);
    }

    /** A text. */
    public static ImportField text(String name, String label, int maxLength, String... samples) {
        return new ImportField(name, label, Type.TEXT, false, maxLength, List.of(), null, List.of(samples));
    }

    /** Anything but a text or a choice. */
    public static ImportField of(Type type, String name, String label, String... samples) {
        return new ImportField(name, label, type, false, 0, List.of(), null, List.of(samples));
    }

    /** One of some values, all lower case. */
    public static ImportField choice(String name, String label, List<String> allowed, String... samples) {
        return new ImportField(name, label, Type.CHOICE, false, 0, allowed, null, List.of(samples));
    }

    /** The same, needed by a new record. */
    public ImportField needed() {
        return new ImportField(name, label, type, true, maxLength, allowed, hint, samples);
    }

    /** The same with a hint. */
    public ImportField hinting(String sentence) {
        return new ImportField(name, label, type, required, maxLength, allowed, sentence, samples);
    }
}
