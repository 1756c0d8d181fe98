package io.renoz.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of IP addresses in CIDR form; one address without a slash. Immutable. */
public final class AddressRange {

    /** What is neither would be taken for a name and looked up. */
    private static final Pattern LITERAL =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:[.](?!$)|$)){4}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] base;
    private final int bits;

    private AddressRange(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    /** Reads one; empty when it is none. Nothing is ever looked up. */
    public static Optional<AddressRange> of(String cidr) {
        int slash = cidr.indexOf('/');
        Optional<byte[]> base = address(slash < 0 ? cidr : cidr.substring(0, slash));
        if (base.isEmpty()) {
            return Optional.empty();
        }
        int most = base.get().length * 8;
        int bits = slash < 0 ? most : number(cidr.substring(slash + 1));
        return bits < 0 || bits > most ? Optional.empty() : Optional.of(new AddressRange(base.get(), bits));
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }

    /** Literals only. */
    private static Optional<byte[]> address(String literal) {
        if (!LITERAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address lies within; what is no address does not. */
    public boolean contains(String sent) {
        int zone = sent.indexOf('%');
        return address(zone < 0 ? sent : sent.substring(0, zone))
                .filter(address -> address.length == base.length && sameBits(address))
                .isPresent();
    }

    private boolean sameBits(byte[] address) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (base[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
