package io.renoz.platform.outbox;

import java.util.UUID;
import org.slf4j.MDC;

/** What lines of the log are about while the platform works by itself. */
public final class LogContext {

    private LogContext() {}

    /** Does {@code work} for an organization; {@code what} begins with the name of its module, as in {@code customers.health}. */
    public static void within(UUID organization, UUID request, String what, Runnable work) {
        MDC.put("organization", organization.toString());
        MDC.put("request", request.toString());
        MDC.put("module", what.substring(0, what.indexOf('.')));
        try {
            work.run();
        } finally {
            MDC.remove("organization");
            MDC.remove("request");
            MDC.remove("module");
        }
    }
}
