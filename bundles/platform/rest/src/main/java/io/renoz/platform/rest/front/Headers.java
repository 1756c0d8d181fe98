package io.renoz.platform.rest.front;

import io.renoz.platform.rest.Visit;
import javax.servlet.http.HttpServletResponse;

/** Headers of every answer. */
public final class Headers {

    private Headers() {}

    /** An answer that carries data: nobody else keeps it, nothing in it runs, no page frames it. */
    public static void data(HttpServletResponse response, Visit visit) {
        any(response, visit);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    /** Any answer. */
    public static void any(HttpServletResponse response, Visit visit) {
        response.setHeader("X-Request-Id", visit.id().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
