package io.renoz.platform.rest.caller;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Reads bearer tokens. */
final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final int MOST = 4096;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=:-]+");

    private Bearer() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(token -> token.length() <= MOST && TOKEN.matcher(token).matches());
    }
}
