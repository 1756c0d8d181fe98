package io.renoz.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumbersTest {

    @Test
    void areWrittenTheInternationalWayWhereTheyCanBeUnderstood() {
        assertThat(PhoneNumbers.normal("(02) 9876 5432", "AU")).isEqualTo("+61298765432");
        assertThat(PhoneNumbers.normal("0061 2 9876 5432", "NZ")).isEqualTo("+61298765432");
        assertThat(PhoneNumbers.normal("+49 (30) 1234-567", "AU")).isEqualTo("+49301234567");
        assertThat(PhoneNumbers.normal("(212) 555-0100", "US")).isEqualTo("+12125550100");
        assertThat(PhoneNumbers.normal("1 212 555 0100", "US")).isEqualTo("+12125550100");
    }

    @Test
    void stayAsTheyWereTypedElsewhere() {
        assertThat(PhoneNumbers.normal(" ext. 12 ", "AU")).isEqualTo("ext. 12");
        assertThat(PhoneNumbers.normal("12 34", "AU")).isEqualTo("12 34");
        assertThat(PhoneNumbers.normal("055 1234567", "XX")).isEqualTo("055 1234567");
        assertThat(PhoneNumbers.normal(null, "AU")).isNull();
    }
}
