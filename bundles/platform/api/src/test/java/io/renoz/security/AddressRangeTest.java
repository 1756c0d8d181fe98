package io.renoz.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    private static boolean within(String range, String address) {
        return AddressRange.of(range).orElseThrow().contains(address);
    }

    @Test
    void holdsItsAddressesAndNoOthers() {
        assertThat(within("10.1.0.0/15", "10.1.255.255")).isTrue();
        assertThat(within("10.1.0.0/15", "10.2.0.0")).isFalse();
        assertThat(within("192.0.2.7", "192.0.2.7")).isTrue();
        assertThat(within("2001:db8::/32", "2001:db8:1::9%eth0")).isTrue();
        assertThat(within("0.0.0.0/0", "::1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1", "1..2.3", "1.2.3", "1.2.3.4.", "example.org", "1.2.3.4/33", "::::1", ""})
    void readsNothingThatWouldHaveToBeLookedUp(String text) {
        assertThat(AddressRange.of(text)).isEmpty();
    }
}
