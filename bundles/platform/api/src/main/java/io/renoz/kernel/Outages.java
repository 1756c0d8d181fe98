package io.renoz.kernel;

import java.sql.SQLException;

/** Tells a database that is away from one that refuses. */
public final class Outages {

    private Outages() {}

    /**
     * Whether something failed because the database is away: connections break, or none is to be had. The platform's connections
     * say so once for everybody, so who only tries again later need not say it too.
     */
    public static boolean behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && away(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** No connection (08), an end of the server's own (57P), no more connections (53300). */
    private static boolean away(@org.jspecify.annotations.Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
