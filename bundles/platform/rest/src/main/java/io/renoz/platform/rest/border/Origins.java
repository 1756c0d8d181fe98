package io.renoz.platform.rest.border;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The origins whose pages may use the API from browsers; no other page can read an answer. Tokens are sent by the page and
 * never by the browser itself, so credentials are not allowed.
 *
 * @param allowed {@code RENOZ_CORS_ORIGINS}: each exactly as browsers send it, with commas between them
 */
record Origins(Set<String> allowed) {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT = "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Range";
    private static final String SHOWN =
            "Content-Disposition, Content-Range, ETag, Link, Location, Retry-After, X-Request-Id";
    private static final String REMEMBERED_SECONDS = "600";

    static Origins of(String list) {
        return new Origins(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(Origins::origin)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String origin(String text) {
        if (!text.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+\\](:[0-9]{1,5})?")) {
            throw new IllegalStateException("RENOZ_CORS_ORIGINS holds " + text
                    + "; an origin looks like https://app.example.com, without a path, and there is none for all.");
        }
        return text;
    }

    /** Writes what browsers ask for; true when the request was the browser's own question, which is answered by that. */
    boolean answer(HttpServletRequest request, HttpServletResponse response) {
        if (allowed.isEmpty()) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (origin == null || !allowed.contains(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        boolean asks =
                request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
        if (asks) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", SENT);
            response.setHeader("Access-Control-Max-Age", REMEMBERED_SECONDS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Access-Control-Expose-Headers", SHOWN);
        }
        return asks;
    }
}
