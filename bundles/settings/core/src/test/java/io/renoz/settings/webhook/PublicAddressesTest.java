package io.renoz.settings.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.settings.webhook.Targets.Forbidden;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private static boolean open(String literal) throws Exception {
        return PublicAddresses.contain(InetAddress.getByName(literal));
    }

    @ParameterizedTest
    @DisplayName("SET-23: addresses of no public network are refused")
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.2.3",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "::10.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2002:a00:1::1",
                "2002:7f00:1::",
                "2001::1",
                "100::1",
                "2130706433",
                "127.1"
            })
    void refusesWhatIsNotPublic(String address) throws Exception {
        assertThat(open(address)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("SET-23: public addresses are let through")
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "169.253.1.1",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "::ffff:8.8.8.8"
            })
    void letsThroughWhatIsPublic(String address) throws Exception {
        assertThat(open(address)).isTrue();
    }

    private static final InetAddress[] INSIDE = addresses("93.184.216.34", "10.0.0.1");
    private static final InetAddress[] OUTSIDE = addresses("93.184.216.34", "2606:4700::1111");

    private static InetAddress[] addresses(String... literals) {
        try {
            var found = new InetAddress[literals.length];
            for (int i = 0; i < literals.length; i++) {
                found[i] = InetAddress.getByName(literals[i]);
            }
            return found;
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName(
            "SET-23: a host is refused when any of its addresses is inside, and keeps those that were checked otherwise")
    void looksAtEveryAddress() throws Exception {
        var targets = new Targets(Map.of(), host -> host.startsWith("in") ? INSIDE : OUTSIDE);

        assertThat(targets.of("https://out.example/hook").addresses()).containsExactly(OUTSIDE);
        assertThatThrownBy(() -> targets.of("https://in.example/hook")).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @DisplayName("SET-23: only https, with a host, without user or fragment")
    @ValueSource(
            strings = {
                "http://out.example/",
                "ftp://out.example/",
                "https:///hook",
                "https://user:pw@out.example/",
                "https://out.example/#x",
                "out.example",
                "https://out example/",
                "",
                "https://out.example:0/",
                "file:///etc/passwd",
                "https://127.0.0.1/"
            })
    void refusesOtherAddresses(String url) {
        var targets = new Targets(Map.of(), host -> host.equals("127.0.0.1") ? INSIDE : OUTSIDE);

        assertThatThrownBy(() -> targets.of(url)).isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("SET-23: the operator may let webhooks go anywhere, for development")
    void goesAnywhereWhereTheOperatorSaysSo() throws Exception {
        var targets = new Targets(Map.of(Targets.ALLOW_PRIVATE, "true"), InetAddress::getAllByName);

        assertThat(targets.of("http://127.0.0.1:8080/hook").addresses()).hasSize(1);
        assertThatThrownBy(() -> targets.of("gopher://127.0.0.1/")).isInstanceOf(Forbidden.class);
    }

    @Test
    void refusesAHostThatNobodyKnows() {
        var targets = new Targets(Map.of(), host -> {
            throw new java.net.UnknownHostException(host);
        });

        assertThatThrownBy(() -> targets.of("https://nowhere.example/")).isInstanceOf(Forbidden.class);
    }
}
