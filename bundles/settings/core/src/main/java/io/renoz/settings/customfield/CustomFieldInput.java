package io.renoz.settings.customfield;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Example;
import io.renoz.settings.api.CustomFieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a custom field. Options with an id are changed, those without are new, and those left out of a list
 * that is sent go.
 *
 * @param entityType a registered type of record that takes custom fields; later it never changes
 * @param name for programs; later it never changes
 * @param pattern regular expression that texts, addresses and numbers match as a whole
 * @param viewRoles keys of the roles that see it; all when empty
 * @param editRoles keys of the roles that may change it; all when empty
 */
public record CustomFieldInput(
        @NotBlank @Size(max = 50) @Example("customer") String entityType,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[a-z][a-z0-9_]*")
        String name,

        @NotBlank @Size(max = 100) String label,
        @NotNull CustomFieldType fieldType,
        boolean isRequired,
        Boolean isActive,
        @Nullable @Example("\"none\"") Json defaultValue,
        @Nullable @Digits(integer = 9, fraction = 3) BigDecimal minValue,
        @Nullable @Digits(integer = 9, fraction = 3) BigDecimal maxValue,
        @Nullable @Min(0) @Example("0") Integer minLength,
        @Nullable @Min(0) @Example("100") Integer maxLength,
        @Nullable @Size(max = 500) @Example("[a-z ]*") String pattern,
        @Nullable @Size(max = 200) String patternMessage,
        @Nullable @Size(max = 200) String placeholder,
        @Nullable @Size(max = 500) String helpText,
        @Nullable @Size(max = 100) String section,
        @Min(1) @Max(12) Integer gridWidth,
        boolean showInList,
        boolean isFilterable,
        boolean isSearchable,
        boolean portalVisible,
        @Size(max = 50) @Example("[\"admin\"]") List<@NotBlank @Size(max = 50) String> viewRoles,
        @Size(max = 50) @Example("[\"admin\"]") List<@NotBlank @Size(max = 50) String> editRoles,
        @Min(0) @Max(999) Integer sortOrder,
        @Size(max = 50) @Example("[]") List<@Valid @NotNull Option> options) {

    private static final int WIDTH = 6;

    public CustomFieldInput {
        isActive = isActive == null || isActive;
        defaultValue = defaultValue == null || Content.isNull(defaultValue) ? null : defaultValue;
        gridWidth = gridWidth == null ? WIDTH : gridWidth;
        viewRoles = viewRoles == null ? List.of() : new ArrayList<>(viewRoles);
        editRoles = editRoles == null ? List.of() : new ArrayList<>(editRoles);
        sortOrder = sortOrder == null ? 0 : sortOrder;
        options = options == null ? List.of() : new ArrayList<>(options);
        if (fieldType != null) {
            requireLimits(minValue, maxValue, minLength, maxLength);
            requireOptions(fieldType, options);
            if (pattern != null) {
                Patterns.check(pattern);
            }
        }
    }

    private static void requireLimits(
            @Nullable BigDecimal minValue,
            @Nullable BigDecimal maxValue,
            @Nullable Integer minLength,
            @Nullable Integer maxLength) {
        if (minValue != null && maxValue != null && maxValue.compareTo(minValue) < 0) {
            throw Problem.invalid("maxValue", "The greatest value is not below the smallest.");
        }
        if (minLength != null && maxLength != null && maxLength < minLength) {
            throw Problem.invalid("maxLength", "The greatest length is not below the smallest.");
        }
    }

    /** SET-16: what is chosen has options to choose from, and nothing else has any. */
    private static void requireOptions(CustomFieldType type, List<Option> options) {
        if (type.chosen() && options.isEmpty()) {
            throw Problem.invalid("options", "A field of this type has 1 to 50 options.");
        }
        if (!type.chosen() && !options.isEmpty()) {
            throw Problem.invalid("options", "A field of this type has no options.");
        }
        Set<String> seen = new HashSet<>();
        var errors = new ArrayList<FieldError>();
        int chosen = 0;
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            if (option != null
                    && option.value() != null
                    && !seen.add(option.value().toLowerCase(Locale.ROOT))) {
                errors.add(new FieldError("/options/" + i + "/value", "Another option has this value."));
            }
            if (option != null && option.isDefault() && ++chosen > 1 && type == CustomFieldType.SELECT) {
                errors.add(new FieldError("/options/" + i + "/isDefault", "Only one option is chosen from the start."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /**
     * A choice.
     *
     * @param id of one that is there; left out for a new one
     * @param value what is stored; it stays once a record has it
     */
    public record Option(
            @Nullable UUID id,
            @NotBlank @Size(max = 100) String value,
            @NotBlank @Size(max = 100) String label,

            @Nullable @Size(max = 7) @Pattern(regexp = "#[0-9A-Fa-f]{6}")
            String color,

            boolean isDefault,
            Boolean isActive,
            Integer sortOrder) {

        public Option {
            isActive = isActive == null || isActive;
            sortOrder = sortOrder == null ? 0 : sortOrder;
        }
    }
}
