package io.renoz.platform.registry.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"7.abc\"", "*", "\"6\", \"7.x\""})
    void takesATagWithTheRevisionWhateverIsDeployed(String ifMatch) {
        Expectation.check(Optional.of(ifMatch), 7);
        Expectation.check(Optional.empty(), 7);

        assertThat(ifMatch).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6.abc\"", "7", "W/\"7\"", "\"77\"", ""})
    @DisplayName("PLT-06: a stale If-Match is refused")
    void refusesEverythingElse(String ifMatch) {
        assertThatThrownBy(() -> Expectation.check(Optional.of(ifMatch), 7))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(412));
    }
}
