package io.renoz.settings.webhook;

import io.renoz.security.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** SET-23: which addresses belong to the public network, and so to nobody's inside. */
final class PublicAddresses {

    /** What IANA's registries of special purposes keep from public use. */
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "64:ff9b:1::/48",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(range -> AddressRange.of(range).orElseThrow())
            .toList();

    /** Addresses of version 6 that lead to one of version 4, and the byte at which that one begins. */
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96").orElseThrow();

    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16").orElseThrow();
    private static final int IN_NAT64 = 12;
    private static final int IN_SIX_TO_FOUR = 2;
    private static final int IN_MAPPED = 12;
    private static final int V4_BYTES = 4;

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        String text = address.getHostAddress();
        if (address instanceof Inet6Address) {
            if (NAT64.contains(text)) {
                return contain(embedded(bytes, IN_NAT64));
            }
            if (SIX_TO_FOUR.contains(text)) {
                return contain(embedded(bytes, IN_SIX_TO_FOUR));
            }
            if (mapped(bytes)) {
                return contain(embedded(bytes, IN_MAPPED));
            }
        }
        return SPECIAL.stream().noneMatch(range -> range.contains(text));
    }

    /** {@code ::ffff:10.0.0.1} */
    private static boolean mapped(byte[] bytes) {
        for (int i = 0; i < IN_MAPPED - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[IN_MAPPED - 2] == -1 && bytes[IN_MAPPED - 1] == -1;
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + V4_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address.", e);
        }
    }
}
