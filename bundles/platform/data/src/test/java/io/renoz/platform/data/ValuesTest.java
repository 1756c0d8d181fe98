package io.renoz.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private enum Kind {
        NON_PROFIT
    }

    @Test
    void readBackWhatTheyWrite() {
        for (Object value : new Object[] {
            "text",
            UUID.randomUUID(),
            7,
            7L,
            new BigDecimal("1.50"),
            true,
            Instant.now(),
            LocalDate.now(java.time.Clock.systemUTC()),
            Kind.NON_PROFIT
        }) {
            assertThat(Values.read(value.getClass(), Values.write(value))).isEqualTo(value);
        }
    }

    @Test
    void sayWhatWouldBeRight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.read(Kind.class, "profit"))
                .withMessageContaining("non_profit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.read(LocalDate.class, "31.1.2026"))
                .withMessageContaining("2026-01-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e2147483647",
                "-1e2147483647",
                "1e-2147483647",
                "99999999999999999999999999999999999",
                "x"
            })
    void refuseNumbersThatNoColumnHolds(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Values.read(BigDecimal.class, text));
    }
}
