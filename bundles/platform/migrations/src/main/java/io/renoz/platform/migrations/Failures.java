package io.renoz.platform.migrations;

import io.renoz.kernel.Migrator.MigrationFailed;
import io.renoz.problem.Problem;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with a migration, in a sentence. */
final class Failures {

    /** What the procedures of the platform answer with when a schema or a name is not to be had. */
    private static final String CLAIMED = "RZ422";

    private Failures() {}

    /** What to throw for {@code e}. */
    static RuntimeException of(String module, Exception e) {
        if (e instanceof RuntimeException unchecked && !liquibase(e)) {
            return unchecked;
        }
        SQLException cause = sqlCause(e);
        if (cause == null) {
            return new MigrationFailed("The changelog of " + module + " failed: " + firstLine(e), e);
        }
        String says = firstLine(cause).replaceFirst("^ERROR: ", "");
        if (CLAIMED.equals(cause.getSQLState())) {
            return Problem.of("schema-claimed", says);
        }
        String where = liquibase(e) ? Changelog.whereStopped(e) : "";
        return new MigrationFailed(
                (where.isEmpty() ? "The migration of " + module : where) + " failed: " + says + " ("
                        + cause.getSQLState() + ")",
                e);
    }

    /** Whether the database could not be asked at all, so that asking again later may help. */
    static boolean unreachable(Throwable e) {
        SQLException cause = sqlCause(e);
        String state = cause == null ? null : cause.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }

    /** The innermost SQL exception among the causes. */
    static @Nullable SQLException sqlCause(Throwable e) {
        SQLException found = null;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }

    private static boolean liquibase(Exception e) {
        return e.getClass().getName().startsWith("liquibase.");
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
