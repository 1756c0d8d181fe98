package io.renoz.platform.rest.problem;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the database refused, in the words of the API. */
public final class SqlProblems {

    private SqlProblems() {}

    /** Whether the same work may succeed when it is done again from the start: a deadlock, or somebody was faster. */
    public static boolean transientFault(Throwable thrown) {
        return Causes.first(thrown, e -> raced(e) ? Optional.of(e) : Optional.empty())
                .isPresent();
    }

    private static boolean overtaken(Throwable e) {
        return e.getClass().getSimpleName().equals("OptimisticLockException");
    }

    private static boolean raced(Throwable e) {
        return overtaken(e)
                || (e instanceof SQLException sql
                        && ("40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState())));
    }

    /** The problem for a fault, if the database has an opinion. */
    static Optional<Problem> of(Throwable thrown, Asked asked) {
        boolean raced = Causes.first(thrown, e -> overtaken(e) ? Optional.of(e) : Optional.empty())
                .isPresent();
        if (raced) {
            return Optional.of(Problem.of("precondition-failed", "Somebody else changed the record meanwhile."));
        }
        // A batch says that it failed; the exception behind it says where.
        return Causes.first(thrown, e -> e instanceof PSQLException sql ? of(sql, asked) : Optional.empty())
                .or(() -> Causes.first(thrown, e -> e instanceof SQLException sql ? of(sql, asked) : Optional.empty()));
    }

    private static Optional<Problem> of(SQLException sql, Asked asked) {
        String state = sql.getSQLState();
        if (state == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (state) {
                    case "23505", "23P01" -> duplicate(violated(sql), asked);
                    case "23503", "23001" -> reference(sql, asked);
                    case "23514" -> invalid(violated(sql).field("_check", asked), asked, "This value is not allowed.");
                    case "23502" -> invalid(violated(sql).field("", asked), asked, "A value is needed.");
                    case "22001" -> Problem.of("validation-failed", "A text is too long.");
                    case "22003" -> Problem.of("validation-failed", "A number is out of range.");
                    case "22021", "22P05" ->
                        Problem.of("validation-failed", "A text holds a character that cannot be stored.");
                    case "22007", "22008" -> Problem.of("validation-failed", "A date or time is out of range.");
                    case "22P02", "22P03", "22023" ->
                        Problem.of("validation-failed", "A value cannot be stored as sent.");
                    case "57014" -> Problem.of("unavailable", "The database took too long; try again.");
                    case "40001", "40P01", "55P03" ->
                        Problem.of("unavailable", "Others changed the same records; try again.");
                    default -> outage(state);
                });
    }

    private static @Nullable Problem outage(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
                ? Problem.of("unavailable", "The database does not answer at the moment; try again.")
                : null;
    }

    private static Problem duplicate(Violated at, Asked asked) {
        var field = at.field("_key", asked);
        String what = field.map(FieldNames::words).orElse("value");
        Problem problem = Problem.of("duplicate-value", "Another record has this " + what + " already.");
        return field.filter(name -> !asked.many())
                .map(name -> problem.with(List.of(new FieldError("/" + name, "This " + what + " is taken."))))
                .orElse(problem);
    }

    private static Problem reference(SQLException sql, Asked asked) {
        if (asked.deleting() || String.valueOf(sql.getMessage()).contains("update or delete on table")) {
            return Problem.of("reference-in-use", "Other records refer to this one.");
        }
        return invalid(violated(sql).field("_fkey", asked), asked, "There is no such record.");
    }

    private static Problem invalid(Optional<String> field, Asked asked, String message) {
        return field.filter(name -> !asked.many())
                .map(name -> Problem.invalid(name, message))
                .orElseGet(() -> Problem.of("validation-failed", message));
    }

    private static Violated violated(SQLException sql) {
        ServerErrorMessage server = sql instanceof PSQLException pg ? pg.getServerErrorMessage() : null;
        return server == null
                ? new Violated("", "", "")
                : new Violated(text(server.getTable()), text(server.getConstraint()), text(server.getColumn()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Where the database saw it. */
    record Violated(String table, String constraint, String column) {

        /**
         * The field of what was asked, from the column or from a constraint named {@code <table>_<columns><suffix>}; of
         * several columns, the last.
         */
        Optional<String> field(String suffix, Asked asked) {
            String columns = FieldNames.camel(column.isEmpty() ? columns(suffix) : column);
            return asked.fields().stream()
                    .filter(field -> columns.equals(field)
                            || (!field.equals("id") && columns.endsWith(FieldNames.capital(field))))
                    .max(Comparator.comparing(String::length));
        }

        private String columns(String suffix) {
            if (table.isEmpty() || !constraint.startsWith(table + "_") || !constraint.endsWith(suffix)) {
                return "";
            }
            int end = Math.max(constraint.length() - suffix.length(), table.length() + 1);
            return constraint.substring(table.length() + 1, end);
        }
    }
}
