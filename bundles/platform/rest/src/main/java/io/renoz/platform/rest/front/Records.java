package io.renoz.platform.rest.front;

import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.health.Figures;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What remains of a request: a line for those who look for it, and figures. */
final class Records {

    private static final Logger log = LoggerFactory.getLogger("io.renoz.access");

    private final Figures figures;

    Records(Figures figures) {
        this.figures = figures;
    }

    /** At the end of a pass through the servlet; a request that goes on elsewhere is written when it ends. */
    void close(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        if (!visit.suspended()) {
            write(visit, request, response);
        }
    }

    void write(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        if (!visit.finish()) {
            return;
        }
        long took = System.nanoTime() - visit.began();
        figures.answered(visit.module(), request.getMethod(), response.getStatus(), took);
        if (log.isDebugEnabled()) {
            visit.mark();
            log.debug(
                    "{} {} {} {} in {} ms",
                    visit.module(),
                    request.getMethod(),
                    visit.template().isEmpty() ? "-" : visit.template(),
                    response.getStatus(),
                    took / 1_000_000);
        }
    }
}
