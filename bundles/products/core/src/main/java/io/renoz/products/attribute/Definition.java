package io.renoz.products.attribute;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PRD-13: an attribute with its choices, which knows what a value of it may be. */
record Definition(Attribute attribute, List<Choice> choices) {

    private static final BigDecimal MOST = new BigDecimal("999999999.999");
    private static final int LONGEST_TEXT = 2000;
    private static final int PLACES = 3;

    /**
     * The values in their columns.
     *
     * @param current choices that the product has already; a choice that is no longer active stays where it is
     * @throws Problem {@code validation-failed} with the member {@code attribute}
     */
    List<Typed> typed(Given given, String pointer, List<UUID> current) {
        try {
            List<Object> values = Scalars.of(given.value());
            if (values.isEmpty() || (values.size() > 1 && attribute.attributeType != AttributeType.MULTISELECT)) {
                throw new IllegalArgumentException("It takes one value.");
            }
            return values.stream()
                    .distinct()
                    .map(value -> typed(value, current))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw refused(pointer, String.valueOf(e.getMessage()));
        }
    }

    /** All but a multiselect have one value. */
    void requireRoom(AttributeValue value, List<AttributeValue> present) {
        boolean taken = attribute.attributeType != AttributeType.MULTISELECT
                && present.stream().anyMatch(other -> other.attributeId.equals(value.attributeId));
        if (taken) {
            throw Problem.of("duplicate-value", "The product has a value of " + attribute.code + " already.");
        }
    }

    private Problem refused(String pointer, String why) {
        String sentence = attribute.code + ": " + why;
        return Problem.of("validation-failed", sentence)
                .with(List.of(new FieldError(pointer, sentence)))
                .with("attribute", attribute.code);
    }

    private Typed typed(Object value, List<UUID> current) {
        return switch (attribute.attributeType) {
            case TEXT -> Typed.text(text(value));
            case NUMBER -> Typed.number(number(value));
            case BOOLEAN -> Typed.flag(flag(value));
            case DATE -> Typed.date(date(value));
            case SELECT, MULTISELECT -> Typed.choice(choice(value, current));
        };
    }

    private String text(Object value) {
        String text = value.toString().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("It is a text of 1 to 2000 characters.");
        }
        if (attribute.pattern != null && !Patterns.fits(attribute.pattern, text)) {
            throw new IllegalArgumentException("It does not fit the pattern " + attribute.pattern + ".");
        }
        return text;
    }

    private BigDecimal number(Object value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("It is a number.", e);
        }
        if (number.stripTrailingZeros().scale() > PLACES || number.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("It has at most 9 digits before and 3 after the point.");
        }
        if (below(number, attribute.minValue) || below(attribute.maxValue, number)) {
            throw new IllegalArgumentException(
                    "It is not within " + limit(attribute.minValue) + " and " + limit(attribute.maxValue) + ".");
        }
        return number;
    }

    private static boolean below(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) < 0;
    }

    private static String limit(@Nullable BigDecimal limit) {
        return limit == null ? "no limit" : limit.toPlainString();
    }

    private static boolean flag(Object value) {
        return switch (value.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("It is true or false.");
        };
    }

    private static LocalDate date(Object value) {
        try {
            return LocalDate.parse(value.toString());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("It is a date as 2026-03-31.", e);
        }
    }

    private UUID choice(Object value, List<UUID> current) {
        return choices.stream()
                .filter(choice -> choice.isActive || current.contains(choice.id()))
                .filter(choice ->
                        choice.value.equals(value) || choice.id().toString().equals(value))
                .findFirst()
                .map(Choice::id)
                .orElseThrow(() -> new IllegalArgumentException("It is none of the choices."));
    }
}
