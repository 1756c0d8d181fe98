package io.renoz.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreconditionsTest {

    @Test
    void takesTheOneTagThatIsTheVersion() {
        assertThat(Preconditions.matches("\"3\"", 3)).isTrue();
        assertThat(Preconditions.matches("\"3\"", 4)).isFalse();
    }

    @Test
    void takesAnyOfAListAndTheStar() {
        assertThat(Preconditions.matches("\"1\", \"3\"", 3)).isTrue();
        assertThat(Preconditions.matches("*", 3)).isTrue();
    }

    @Test
    void neverMatchesAWeakTag() {
        assertThat(Preconditions.matches("W/\"3\"", 3)).isFalse();
    }
}
