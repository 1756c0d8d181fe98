package io.renoz.inventory.serial;

import static io.renoz.inventory.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SerialNumbersTest {

    private static List<String> expand(String... typed) {
        return SerialNumbers.expand(List.of(typed), "serials");
    }

    @Test
    @DisplayName("INV-11: ranges are typed as 1-5, 1,3,5 and SN100+3")
    void ranges() {
        assertThat(expand("1-5")).containsExactly("1", "2", "3", "4", "5");
        assertThat(expand("1,3,5")).containsExactly("1", "3", "5");
        assertThat(expand("SN100+3")).containsExactly("SN100", "SN101", "SN102");
        assertThat(expand("008-011")).containsExactly("008", "009", "010", "011");
        assertThat(expand("AB-12", "5-1")).containsExactly("AB-12", "5-1");
    }

    @Test
    @DisplayName("INV-10: serials are compared trimmed and in upper case, and none comes twice in a request")
    void twice() {
        assertThat(SerialNumbers.normal("  sn-1 ")).isEqualTo("SN-1");
        assertInvalid(() -> expand("sn1", " SN1")).isEqualTo("/serials");
        assertInvalid(() -> expand("1-3", "2")).isEqualTo("/serials");
        assertInvalid(() -> expand(" ")).isEqualTo("/serials/0");
        assertInvalid(() -> expand("1-99999999")).isEqualTo("/serials/0");
    }
}
