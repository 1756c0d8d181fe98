package io.renoz.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiltersTest {

    private static Where of(String name, String value) {
        return Filters.all().of(Map.of(name, value));
    }

    private static Problem refused(String name, String value) {
        return catchThrowableOfType(Problem.class, () -> of(name, value));
    }

    @Test
    void turnsParametersIntoConditionsOnColumns() {
        assertThat(of("entityType", "order").sql()).isEqualTo("entity_type = ?");
        assertThat(of("createdAt.lt", "2026-01-01T00:00:00Z").sql()).isEqualTo("created_at < ?");
        assertThat(of("action.in", "created,updated").sql()).isEqualTo("action = any(?)");
        assertThat(of("changedField", "price").sql()).isEqualTo("? = any(changed_fields)");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(refused("colour", "red").slug()).isEqualTo("invalid-parameter");
        assertThat(refused("action", "danced").slug()).isEqualTo("invalid-parameter");
        assertThat(refused("entityId", "1").slug()).isEqualTo("invalid-parameter");
        assertThat(refused("createdAt.gt", "yesterday").slug()).isEqualTo("invalid-parameter");
        assertThat(refused("module.gt", "a").slug()).isEqualTo("invalid-parameter");
    }

    @Test
    void refusesSuffixesThatMeanNothing() {
        assertThat(of("changedField.eq", "price").sql()).isEqualTo("? = any(changed_fields)");
        for (String name : List.of("changedField.in", "search.eq", "search.in", "search.ne", "changedField.ne")) {
            assertThat(refused(name, "price").slug()).isEqualTo("invalid-parameter");
        }
    }

    @Test
    void refusesListsWithoutMeasure() {
        String ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(101).collect(Collectors.joining(","));

        assertThat(refused("entityId.in", ids).slug()).isEqualTo("invalid-parameter");
        assertThat(refused("search", "a b c d e f g h i").slug()).isEqualTo("invalid-parameter");
    }

    @Test
    void leavesOutWhatAPartOfTheLogDoesNotOffer() {
        Filters some = Filters.all().only("action", "createdAt");

        assertThat(some.of(Map.of("action", "created")).sql()).isEqualTo("action = ?");
        assertThat(catchThrowableOfType(Problem.class, () -> some.of(Map.of("module", "orders")))
                        .detail())
                .endsWith("there are action, createdAt.");
        assertThat(some.offer().filters()).containsOnlyKeys("action", "createdAt");
    }

    @Test
    void readsItsOwnCursorsAndNoOthers() {
        var cursor = new Cursor(Instant.parse("2026-01-01T00:00:00.000001Z"), UUID.randomUUID());

        assertThat(Cursor.read(cursor.text())).isEqualTo(cursor);
        assertThat(catchThrowableOfType(Problem.class, () -> Cursor.read("rubbish!"))
                        .slug())
                .isEqualTo("invalid-parameter");
        assertThat(catchThrowableOfType(Problem.class, () -> Cursor.read("cnViYmlzaA"))
                        .slug())
                .isEqualTo("invalid-parameter");
    }
}
