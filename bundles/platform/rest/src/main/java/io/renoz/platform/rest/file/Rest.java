package io.renoz.platform.rest.file;

import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes of a body that was refused. */
final class Rest {

    private static final Logger log = LoggerFactory.getLogger(Rest.class);
    private static final long BOUND = 10_485_760;

    private Rest() {}

    /** Reads it, up to a bound: a connection that is closed with bytes on their way would lose the answer. */
    static void throwAway(InputStream in) throws IOException {
        byte[] buffer = new byte[16_384];
        long thrown = 0;
        try {
            for (int read = in.read(buffer); read >= 0 && thrown < BOUND; read = in.read(buffer)) {
                thrown += read;
            }
        } catch (Problem end) {
            log.debug("The body ended at its own limit: {}", end.detail());
        }
    }
}
