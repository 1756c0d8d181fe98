package io.renoz.settings.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @DisplayName("SET-01: a slug has 3 to 63 characters of a-z, 0-9 and single inner hyphens")
    @ValueSource(strings = {"abc", "a-1", "acme-solar-2", "123"})
    void acceptsGoodOnes(String slug) {
        assertThat(Slug.checked(slug)).isEqualTo(slug);
    }

    @ParameterizedTest
    @DisplayName("SET-01: anything else is no slug")
    @ValueSource(
            strings = {
                "ab",
                "Acme",
                "-abc",
                "abc-",
                "a--b",
                "a_b",
                "a b",
                "äbc",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesOthers(String slug) {
        assertThatThrownBy(() -> Slug.checked(slug)).isInstanceOf(Problem.class);
    }
}
