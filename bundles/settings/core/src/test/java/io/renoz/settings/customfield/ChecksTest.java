package io.renoz.settings.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.settings.api.CustomFieldDefinition;
import io.renoz.settings.api.CustomFieldDefinition.Option;
import io.renoz.settings.api.CustomFieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    /** Limits of a field. */
    private record Limits(
            @Nullable String min,
            @Nullable String max,
            @Nullable Integer shortest,
            @Nullable Integer longest,
            @Nullable String pattern) {}

    private static final Limits NONE = new Limits(null, null, null, null, null);

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static CustomFieldDefinition field(CustomFieldType type, Limits limits) {
        List<Option> options = type.chosen()
                ? List.of(new Option("red", "Red", null, false), new Option("blue", "Blue", null, false))
                : List.of();
        return new CustomFieldDefinition(
                UUID.randomUUID(),
                "customer",
                "x",
                "X",
                type,
                false,
                null,
                number(limits.min),
                number(limits.max),
                limits.shortest,
                limits.longest,
                limits.pattern,
                "Four digits, please.",
                null,
                null,
                null,
                6,
                false,
                true,
                false,
                false,
                List.of(),
                List.of(),
                options);
    }

    private static boolean takes(CustomFieldType type, Limits limits, String json) {
        return Content.of(new Json(json))
                .map(content -> Checks.of(field(type, limits), content))
                .flatMap(Checks.Outcome::content)
                .isPresent();
    }

    @ParameterizedTest
    @DisplayName("SET-17: values are checked by type")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text | \"a\" | true",
                "text | 1 | false",
                "text | [\"a\"] | false",
                "text | {} | false",
                "text | \"a\\u0000b\" | false",
                "number | 1.234 | true",
                "number | 1.2345 | false",
                "number | 1.2340000 | true",
                "number | \"1\" | false",
                "number | 1e3 | true",
                "number | 1e999999999 | false",
                "date | \"2024-02-29\" | true",
                "date | \"2026-02-29\" | false",
                "date | \"29.02.2024\" | false",
                "checkbox | true | true",
                "checkbox | false | true",
                "checkbox | \"true\" | false",
                "checkbox | 1 | false",
                "select | \"red\" | true",
                "select | \"green\" | false",
                "select | [\"red\"] | false",
                "multiselect | [\"red\",\"blue\"] | true",
                "multiselect | [\"red\",\"red\"] | false",
                "multiselect | [\"green\"] | false",
                "multiselect | \"red\" | false",
                "multiselect | [1] | false",
                "email | \"a.b+c@example.com\" | true",
                "email | \"a@b\" | false",
                "email | \"a@b@c.de\" | false",
                "email | \"a b@c.de\" | false",
                "email | \"@c.de\" | false",
                "url | \"https://example.com/a?b=c\" | true",
                "url | \"javascript:alert(1)\" | false",
                "url | \"example.com\" | false",
                "url | \"https://\" | false",
                "url | \"http://[::1\" | false",
                "phone | \"+61 2 5550 1234\" | true",
                "phone | \"02 5550 1234\" | false",
                "phone | \"+0123456\" | false",
                "phone | \"+1234567890123456\" | false",
            })
    void checksByType(String type, String json, boolean good) {
        assertThat(takes(CustomFieldType.valueOf(type.toUpperCase(Locale.ROOT)), NONE, json))
                .isEqualTo(good);
    }

    @Test
    @DisplayName("SET-17: a text has at most 500 characters, a textarea 10,000")
    void limitsTexts() {
        assertThat(takes(CustomFieldType.TEXT, NONE, quoted("x".repeat(500)))).isTrue();
        assertThat(takes(CustomFieldType.TEXT, NONE, quoted("x".repeat(501)))).isFalse();
        assertThat(takes(CustomFieldType.TEXT, NONE, quoted("\ud83d\ude00".repeat(500))))
                .isTrue();
        assertThat(takes(CustomFieldType.TEXTAREA, NONE, quoted("x".repeat(10_000))))
                .isTrue();
        assertThat(takes(CustomFieldType.TEXTAREA, NONE, quoted("x".repeat(10_001))))
                .isFalse();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    @Test
    @DisplayName("SET-17: then by smallest and greatest, shortest and longest, and pattern")
    void checksLimits() {
        var range = new Limits("1.5", "3", null, null, null);
        assertThat(takes(CustomFieldType.NUMBER, range, "1.5")).isTrue();
        assertThat(takes(CustomFieldType.NUMBER, range, "3.000")).isTrue();
        assertThat(takes(CustomFieldType.NUMBER, range, "1.499")).isFalse();
        assertThat(takes(CustomFieldType.NUMBER, range, "3.001")).isFalse();
        var length = new Limits(null, null, 2, 3, null);
        assertThat(takes(CustomFieldType.TEXT, length, "\"a\"")).isFalse();
        assertThat(takes(CustomFieldType.TEXT, length, "\"abc\"")).isTrue();
        assertThat(takes(CustomFieldType.TEXT, length, "\"abcd\"")).isFalse();
        var pattern = new Limits(null, null, null, null, "[0-9]{4}");
        assertThat(takes(CustomFieldType.TEXT, pattern, "\"1234\"")).isTrue();
        assertThat(takes(CustomFieldType.TEXT, pattern, "\"x1234\"")).isFalse();
        assertThat(Checks.of(field(CustomFieldType.TEXT, pattern), new Content("12"))
                        .fault())
                .isEqualTo("Four digits, please.");
    }

    @Test
    @DisplayName("SET-17: no pattern keeps the server busy")
    void matchesInLinearTime() {
        for (String pattern : List.of("(a+)+$", "(a|aa)+", "(.*a){20}", "((a*)*)*b")) {
            var evil = new Limits(null, null, null, null, pattern);
            boolean fits = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> takes(CustomFieldType.TEXT, evil, quoted("a".repeat(499) + "!")));
            assertThat(fits).isFalse();
        }
        for (String refused : List.of("(", "(a{1000}){1000}", "(?=a)", "\\1")) {
            assertThatThrownBy(() -> Patterns.check(refused)).isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @DisplayName("SET-17: a pattern may repeat a lot, but not a lot of a lot")
    @CsvSource(
            delimiter = '|',
            value = {
                "[0-9]{4}-[0-9]{4} | 9",
                "(ab{2,5}c){3} | 24",
                "a{1000} | 1000",
                "((a{100}){100}){100} | 1000201",
                "[]{9}]x | 2",
                "[^]a]{3} | 3",
                "\\({5} | 5",
                "a{,5} | 5",
                "(a | 1",
                "a{2,}|3",
            })
    void measuresPatterns(String pattern, long size) {
        assertThat(PatternSize.of(pattern)).isCloseTo(size, org.assertj.core.api.Assertions.withinPercentage(5));
    }

    @Test
    @DisplayName("SET-17: a telephone number is kept without spaces")
    void keepsPhonesWithoutSpaces() {
        assertThat(Checks.of(field(CustomFieldType.PHONE, NONE), new Content("+61 2 5550 1234"))
                        .content())
                .contains(new Content("+61255501234"));
    }

    @Test
    void hasOneKeyForEqualValues() {
        assertThat(key("\"ABC\"")).isEqualTo("abc");
        assertThat(key("1.50")).isEqualTo(key("1.5")).isEqualTo("1.5");
        assertThat(key("0.00")).isEqualTo("0");
        assertThat(key("1e3")).isEqualTo("1000");
        assertThat(key("[\"b\",\"A\"]")).isEqualTo(key("[\"a\",\"b\"]"));
        assertThat(key("true")).isEqualTo("true");
        String one = key(quoted("x".repeat(499) + "1"));
        assertThat(one).hasSizeLessThanOrEqualTo(255).isNotEqualTo(key(quoted("x".repeat(499) + "2")));
    }

    private static String key(String json) {
        return Content.of(new Json(json)).orElseThrow().key();
    }

    @Test
    void readsNoOtherJson() {
        assertThat(List.of("{}", "[[1]]", "[1]", "", "nope", "[\"a\""))
                .allSatisfy(json -> assertThat(Content.of(new Json(json))).isEqualTo(Optional.empty()));
        assertThat(Content.isNull(new Json(" null "))).isTrue();
    }
}
