package io.renoz.platform.migrations;

import io.renoz.kernel.Migrator;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A migration only adds, because the version before it goes on working on the same tables until the switch, and comes back
 * when the switch fails. What takes away or rewrites is refused in every SQL file; the ways back ({@code --rollback}) are
 * comments to it. {@code changelog.yaml} only lists the files.
 */
final class Additive {

    private static final Map<Pattern, String> REFUSED = new LinkedHashMap<>();
    private static final String FILE = Changelog.FILE;
    private static final Pattern OTHERS = Pattern.compile("\\.(xml|ya?ml|json)$");

    static {
        refuse("^drop (?!index )", "drops something");
        refuse("^truncate\\b", "empties a table");
        refuse("^alter .*\\brename\\b", "renames something");
        refuse("^alter .*\\bset schema\\b", "moves something to another schema");
        refuse("^alter table .*\\balter (column )?\\S+ (set data )?type\\b", "changes the type of a column");
        refuse(
                "^alter table .*\\balter (column )?\\S+ set not null\\b",
                "forbids null in a column that others still write");
        refuse("^alter table .*\\bdrop (?!constraint |not null|default)", "drops something");
        refuse("^alter table .*\\b(disable|no force) row level security\\b", "lifts row level security");
        refuse(
                "^alter table .*\\badd column (?!.*\\bdefault\\b).*\\bnot null\\b",
                "adds a column that others cannot fill");
        refuse(
                "^(begin|start transaction|commit|end|abort|rollback|savepoint|release)\\b",
                "ends or begins a transaction");
        refuse("^(vacuum|cluster|reindex|create (unique )?index concurrently)\\b", "cannot run in a transaction");
        refuse("^(set|reset|discard) ", "changes settings of the session");
    }

    private Additive() {}

    private static void refuse(String statement, String because) {
        REFUSED.put(Pattern.compile(statement), because);
    }

    /**
     * Refuses a changelog that does more than add, and one that cannot be read as SQL before it runs.
     *
     * @throws Problem {@code migration-unsafe}
     */
    static void check(Migrator.Files files) throws IOException {
        for (String path : new TreeSet<>(files.below("db"))) {
            List<String> faults = List.of();
            if (path.endsWith(".sql")) {
                faults = faults(read(files, path));
            } else if (path.equals(FILE)
                    ? read(files, path).contains("changeSet")
                    : OTHERS.matcher(path).find()) {
                faults = List.of("its changes are not written in SQL");
            }
            if (!faults.isEmpty()) {
                throw Problem.of("migration-unsafe", path + ": " + faults.get(0) + ".")
                        .with("faults", faults);
            }
        }
    }

    private static String read(Migrator.Files files, String path) throws IOException {
        try (InputStream content = files.open(path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What in a text of SQL statements does more than add; empty when all is well. */
    static List<String> faults(String sql) {
        var faults = new ArrayList<String>();
        for (String statement : Statements.of(sql)) {
            String plain = statement.toLowerCase(Locale.ROOT);
            REFUSED.forEach((pattern, because) -> {
                if (pattern.matcher(plain).find()) {
                    faults.add("it " + because + ": " + shortened(statement));
                }
            });
        }
        return faults;
    }

    private static String shortened(String statement) {
        return statement.length() <= 80 ? statement : statement.substring(0, 77) + "...";
    }
}
