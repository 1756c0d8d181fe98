package io.renoz.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {

    private static @Nullable String normal(@Nullable String typed, String country) {
        return PhoneNumbers.normal(typed, () -> country);
    }

    @Test
    void areWrittenTheInternationalWayWhereTheyCanBeUnderstood() {
        assertThat(normal("(02) 9876 5432", "AU")).isEqualTo("+61298765432");
        assertThat(normal("0061 2 9876 5432", "NZ")).isEqualTo("+61298765432");
        assertThat(normal("+49 (30) 1234-567", "AU")).isEqualTo("+49301234567");
        assertThat(normal("(212) 555-0100", "US")).isEqualTo("+12125550100");
        assertThat(normal("1 212 555 0100", "US")).isEqualTo("+12125550100");
    }

    @Test
    void stayAsTheyWereTypedElsewhere() {
        assertThat(normal(" ext. 12 ", "AU")).isEqualTo("ext. 12");
        assertThat(normal("12 34", "AU")).isEqualTo("12 34");
        assertThat(normal("02 9876 5432 ext. 5", "AU")).isEqualTo("02 9876 5432 ext. 5");
        assertThat(normal("055 1234567", "XX")).isEqualTo("055 1234567");
        assertThat(normal(null, "AU")).isNull();
    }
}
