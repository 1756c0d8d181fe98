package io.renoz.platform.rest.border;

import io.renoz.security.AddressRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * The proxies whose word is taken for who asks, and whether by TLS; anybody else could write those headers.
 *
 * @param trusted {@code RENOZ_TRUSTED_PROXIES}: addresses and ranges with commas between them
 */
record Proxies(List<AddressRange> trusted) {

    static Proxies of(String ranges) {
        return new Proxies(Arrays.stream(ranges.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(range -> AddressRange.of(range)
                        .orElseThrow(() -> new IllegalStateException("RENOZ_TRUSTED_PROXIES holds " + range
                                + ", which is no address and no range of them.")))
                .toList());
    }

    /** The request as the client made it. */
    HttpServletRequest seenThrough(HttpServletRequest request) {
        if (!trusts(request.getRemoteAddr())) {
            return request;
        }
        String address = client(request).orElse(request.getRemoteAddr());
        String scheme = Optional.ofNullable(request.getHeader("X-Forwarded-Proto"))
                .filter(proto -> proto.equals("https") || proto.equals("http"))
                .orElse(request.getScheme());
        return new Seen(request, address, scheme);
    }

    /** The last address of the chain that is none of ours: what stands before it, its owner may have made up. */
    private Optional<String> client(HttpServletRequest request) {
        String chain = request.getHeader("X-Forwarded-For");
        if (chain == null) {
            return Optional.empty();
        }
        String[] hops = chain.split(",", -1);
        Optional<String> last = Optional.empty();
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = withoutPort(hops[i].strip());
            if (hop.indexOf('/') >= 0 || AddressRange.of(hop).isEmpty()) {
                return last;
            }
            last = Optional.of(hop);
            if (!trusts(hop)) {
                return last;
            }
        }
        return last;
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[") && hop.indexOf(']') > 0) {
            return hop.substring(1, hop.indexOf(']'));
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private boolean trusts(String address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** With the address and the scheme that a proxy tells of. */
    private static final class Seen extends HttpServletRequestWrapper {

        private final String address;
        private final String scheme;

        Seen(HttpServletRequest request, String address, String scheme) {
            super(request);
            this.address = address;
            this.scheme = scheme;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }

        @Override
        public String getScheme() {
            return scheme;
        }

        @Override
        public boolean isSecure() {
            return scheme.equals("https");
        }
    }
}
