package io.renoz.platform.rest.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListQueriesTest {

    @Test
    void takesWhatItKnowsAndLeavesTheRestAsFilters() {
        var query = ListQueries.parse(Map.of(
                "limit", List.of("20"),
                "cursor", List.of("abc"),
                "sort", List.of("-createdAt"),
                "count", List.of("true"),
                "total.gte", List.of("100")));

        assertThat(query.limit()).isEqualTo(20);
        assertThat(query.cursor()).contains("abc");
        assertThat(query.sort()).contains("-createdAt");
        assertThat(query.count()).isTrue();
        assertThat(query.filters()).isEqualTo(Map.of("total.gte", "100"));
    }

    @Test
    void hasDefaults() {
        var query = ListQueries.parse(Map.of("cursor", List.of("")));

        assertThat(query.limit()).isEqualTo(50);
        assertThat(query.cursor()).isEqualTo(Optional.empty());
        assertThat(query.count()).isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        for (var bad : List.of(
                Map.of("limit", List.of("0")),
                Map.of("limit", List.of("201")),
                Map.of("limit", List.of("-1")),
                Map.of("limit", List.of("9999999999")),
                Map.of("count", List.of("yes")),
                Map.of("status", List.of("a", "b")))) {
            assertThatThrownBy(() -> ListQueries.parse(bad))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.slug()).isEqualTo("invalid-parameter"));
        }
    }
}
