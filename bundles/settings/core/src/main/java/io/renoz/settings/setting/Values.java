package io.renoz.settings.setting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingDeclaration;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a setting's value may be, and what it says. */
final class Values {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_JSON = 32_000;

    private Values() {}

    /**
     * SET-09: a value has the declared type, keeps the limits and is one of the allowed ones.
     *
     * @throws Problem {@code invalid-setting-value} that names them
     */
    static Json checked(SettingDeclaration declaration, @Nullable Json value) {
        String fault = value == null ? "A value is needed." : fault(declaration, value);
        if (value == null || !fault.isEmpty()) {
            throw refused(fault);
        }
        return value;
    }

    static Problem refused(String fault) {
        return Problem.of("invalid-setting-value", fault).with(List.of(new Problem.FieldError("/value", fault)));
    }

    private static String fault(SettingDeclaration declaration, Json value) {
        return switch (declaration.type()) {
            case BOOLEAN -> scalar(value) instanceof Boolean ? "" : "The value is true or false.";
            case NUMBER ->
                scalar(value) instanceof BigDecimal number && within(declaration, number)
                        ? ""
                        : "The value is a " + (declaration.whole() ? "whole " : "") + "number" + limits(declaration)
                                + ".";
            case STRING -> scalar(value) instanceof String text ? fault(declaration, text) : "The value is a text.";
            case JSON ->
                value.text().length() <= LONGEST_JSON ? "" : "The value has at most " + LONGEST_JSON + " characters.";
        };
    }

    private static String fault(SettingDeclaration declaration, String text) {
        if (!declaration.allowed().isEmpty() && !declaration.allowed().contains(text)) {
            return "The value is one of " + String.join(", ", declaration.allowed()) + ".";
        }
        BigDecimal most = declaration.max();
        return most == null || text.length() <= most.intValue() ? "" : "The value has at most " + most + " characters.";
    }

    private static boolean within(SettingDeclaration declaration, BigDecimal number) {
        BigDecimal min = declaration.min();
        BigDecimal max = declaration.max();
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return (whole || !declaration.whole())
                && (min == null || number.compareTo(min) >= 0)
                && (max == null || number.compareTo(max) <= 0);
    }

    private static String limits(SettingDeclaration declaration) {
        BigDecimal min = declaration.min();
        BigDecimal max = declaration.max();
        return (min == null ? "" : " from " + min.toPlainString()) + (max == null ? "" : " to " + max.toPlainString());
    }

    /** The text, number or truth value; null for anything else. */
    static @Nullable Object scalar(Json json) {
        try (JsonParser parser = FACTORY.createParser(json.text())) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return null;
            }
            return switch (token) {
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> null;
            };
        } catch (IOException e) {
            throw Problem.of("invalid-setting-value", "The value is no JSON.");
        }
    }
}
