package io.renoz.platform.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.data.Coded;
import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import org.junit.jupiter.api.Test;

class BodiesTest {

    enum Grade implements Coded {
        BEST("A+"),
        GOOD("B");

        private final String code;

        Grade(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    record Part(@NotBlank String name, int count) {}

    record Whole(
            Optional<String> note,
            BigDecimal price,
            Json extra,
            Grade grade,
            Map<DayOfWeek, String> hours,
            List<@Valid Part> parts,
            UUID id,
            Instant at,
            LocalDate day,
            Boolean flag,
            long big) {
        Whole {
            parts = List.copyOf(parts);
            if (price != null && price.signum() < 0) {
                throw Problem.invalid("price", "A price is not negative.");
            }
        }
    }

    private final ObjectMapper mapper = Mappers.create();
    private final Bodies bodies = new Bodies(mapper, Checks.create());

    private Whole read(String json) {
        return (Whole) bodies.read(Whole.class, json.getBytes(StandardCharsets.UTF_8));
    }

    private List<FieldError> errors(String json) {
        try {
            read(json);
            return List.of();
        } catch (Problem problem) {
            assertThat(problem.slug()).as(problem.detail()).isEqualTo("validation-failed");
            return problem.errors();
        }
    }

    @Test
    void readsAndWritesEveryKindOfValue() throws Exception {
        String json = "{\"note\":\"n\",\"price\":12.50,\"extra\":{\"b\":1.10,\"a\":[null]},\"grade\":\"A+\","
                + "\"hours\":{\"monday\":\"8-17\"},\"parts\":[{\"name\":\"x\",\"count\":2}],"
                + "\"id\":\"01980000-0000-7000-8000-00000000000a\",\"at\":\"2026-01-31T09:30:00Z\","
                + "\"day\":\"2026-01-31\",\"flag\":true,\"big\":9007199254740993}";

        assertThat(mapper.writeValueAsString(read(json))).isEqualTo(json);
    }

    @Test
    void writesAmountsPlainAndWithTwoDigits() throws Exception {
        assertThat(mapper.writeValueAsString(List.of(new BigDecimal("1E+3"), new BigDecimal("0.123"), BigDecimal.ONE)))
                .isEqualTo("[1000.00,0.123,1.00]");
    }

    @Test
    void makesMissingListsEmptyAndLeavesNullsOut() throws Exception {
        assertThat(mapper.writeValueAsString(read("{\"parts\":null}")))
                .isEqualTo("{\"hours\":{},\"parts\":[],\"big\":0}");
    }

    @Test
    void takesNothingForSomethingElse() {
        assertThat(errors("{\"flag\":\"true\",\"big\":1.5,\"note\":5,\"id\":\"1-1-1-1-1\",\"day\":20260131,\"at\":1}"))
                .extracting(FieldError::pointer)
                .containsExactly("/flag", "/big", "/note", "/id", "/day", "/at");
        assertThat(errors("{\"big\":99999999999999999999}"))
                .extracting(FieldError::message)
                .containsExactly("The number is out of range.");
        assertThat(errors("{\"price\":1e400000000}"))
                .extracting(FieldError::message)
                .containsExactly("The number is out of range.");
        assertThat(errors("{\"grade\":\"GOOD\"}"))
                .extracting(FieldError::message)
                .containsExactly("It must be one of A+, B.");
        assertThat(errors("{\"grade\":0}")).extracting(FieldError::pointer).containsExactly("/grade");
        assertThat(errors("{\"day\":\"2026-02-30\"}"))
                .extracting(FieldError::pointer)
                .containsExactly("/day");
        assertThat(errors("{\"hours\":{\"someday\":\"x\"}}"))
                .extracting(FieldError::pointer)
                .containsExactly("/hours/someday");
    }

    @Test
    void refusesNumbersAndTimesBeyondAllColumns() {
        for (String number : List.of("1e999999", "1e-999999", "1e2147483647", "-1e401")) {
            assertThat(errors("{\"price\":" + number + "}"))
                    .as(number)
                    .extracting(FieldError::pointer)
                    .containsExactly("/price");
            assertThat(errors("{\"extra\":{\"a\":[" + number + "]}}"))
                    .as(number)
                    .allSatisfy(error -> assertThat(error.pointer()).isEqualTo("/extra/a/0"));
        }
        assertThatThrownBy(() -> read("{\"price\":1e99999999999999}"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(400));
        assertThat(errors("{\"day\":\"+10000-01-01\"}"))
                .extracting(FieldError::pointer)
                .containsExactly("/day");
        assertThat(errors("{\"day\":\"-0001-01-01\",\"at\":\"+999999999-12-31T23:59:59Z\"}"))
                .extracting(FieldError::pointer)
                .containsExactly("/day", "/at");
    }

    @Test
    void takesAUuidInItsUsualFormOnly() {
        for (String other : List.of(
                "1-1-1-1-1", "0000000-00000-0000-0000-000000000000", "{01980000-0000-7000-8000-00000000000a}", " ")) {
            assertThat(errors("{\"id\":\"" + other + "\"}"))
                    .as(other)
                    .extracting(FieldError::pointer)
                    .containsExactly("/id");
        }
    }

    @Test
    void refusesCharactersThatCannotBeStoredWhereverTheyAre() {
        assertThat(errors("{\"extra\":{\"a\\u0000\":1,\"b\":[\"\\udc00\"]},\"note\":\"\\ud800x\"}"))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/extra", "/extra/b/0", "/note");
    }

    /** Zeros behind the last digit that counts. */
    record Rate(
            @javax.validation.constraints.Digits(integer = 2, fraction = 6)
            BigDecimal value) {}

    @Test
    void countsTheDigitsThatCount() {
        assertThat(bodies.read(Rate.class, "{\"value\":1.00000000}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Rate(new BigDecimal("1.00000000")));
        for (String wrong : List.of("1.0000001", "100", "1e2")) {
            assertThatThrownBy(() ->
                            bodies.read(Rate.class, ("{\"value\":" + wrong + "}").getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void pointsAtUnknownFieldsWhereverTheyAre() {
        assertThat(errors("{\"x\":{\"y\":1},\"z\":2,\"parts\":[{\"name\":\"a\"},{\"name\":\"b\",\"q\":[1],\"r\":3}]}"))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/x", "/z", "/parts/1/q", "/parts/1/r");
    }

    @Test
    void pointsAtWhatARuleRefuses() {
        assertThat(errors("{\"price\":-1}")).containsExactly(new FieldError("/price", "A price is not negative."));
        assertThat(errors("{\"parts\":[{\"name\":\"a\"},{\"name\":\" \"}]}"))
                .extracting(FieldError::pointer)
                .containsExactly("/parts/1/name");
    }

    record Span(@Min(1) int from, @Max(9) int to, @Valid List<@NotNull Span> inner) {
        Span {
            if (from > to) {
                throw Problem.invalid("to", "It ends before it begins.");
            }
        }
    }

    @Test
    void hearsARuleOfARecordOnlyWhenItsFieldsAreAsTheyShouldBe() {
        assertThat(pointers("{\"from\": 0, \"to\": -1, \"inner\": [{\"from\": 0, \"to\": 3}]}"))
                .containsExactlyInAnyOrder("/from", "/inner/0/from");
        assertThat(pointers(
                        "{\"from\": 1, \"to\": 2, \"inner\": [{\"from\": 0, \"to\": -1}, {\"from\": 1, \"to\": 10}]}"))
                .containsExactlyInAnyOrder("/inner/0/from", "/inner/1/to");
    }

    @Test
    void hearsTheRulesOfAllRecords() {
        assertThat(
                        pointers(
                                "{\"from\": 3, \"to\": 2, \"inner\": [{\"from\": 5, \"to\": 4}, {\"inner\": [], \"from\": 5, \"to\": 4}]}"))
                .containsExactlyInAnyOrder("/to", "/inner/0/to", "/inner/1/to");
    }

    private List<String> pointers(String json) {
        try {
            bodies.read(Span.class, json.getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (Problem problem) {
            return problem.errors().stream().map(FieldError::pointer).toList();
        }
    }

    @Test
    void laysAPatchOverWhatIsThere() throws Exception {
        Whole before = read("{\"price\":5,\"extra\":{\"a\":1,\"b\":2.50},\"parts\":[{\"name\":\"x\"}],\"note\":\"n\"}");
        var patch = new MergePatch<Whole>(
                (ObjectNode) mapper.readTree("{\"extra\":{\"a\":null},\"note\":null,\"big\":7}"), bodies);

        Whole after = patch.onto(before);

        assertThat(after.extra()).isEqualTo(new Json("{\"b\":2.50}"));
        assertThat(after.note()).isEmpty();
        assertThat(after.parts()).isEqualTo(before.parts());
        assertThat(after.big()).isEqualTo(7);
        assertThat(patch.mentions("note")).isTrue();
        assertThat(patch.mentions("price")).isFalse();
        assertThatThrownBy(
                        () -> new MergePatch<Whole>((ObjectNode) mapper.readTree("{\"oops\":{}}"), bodies).onto(before))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.errors().get(0).pointer()).isEqualTo("/oops"));
    }
}
