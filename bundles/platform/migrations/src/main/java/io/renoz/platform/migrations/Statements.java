package io.renoz.platform.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text of SQL apart: statements without comments, quoted text and bodies of functions, spaces made one. */
final class Statements {

    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*" // comment
                    + "|/\\*.*?\\*/"
                    + "|'(?:[^']++|'')*+'" // text
                    + "|\\$([A-Za-z_]*)\\$.*?\\$\\1\\$" // body
                    + "|;",
            Pattern.DOTALL);

    private Statements() {}

    static List<String> of(String sql) {
        var statements = new ArrayList<String>();
        var statement = new StringBuilder();
        Matcher token = TOKEN.matcher(sql);
        int from = 0;
        while (token.find()) {
            statement.append(sql, from, token.start());
            from = token.end();
            if (token.group().equals(";")) {
                add(statements, statement);
            } else {
                statement.append(token.group().startsWith("'") ? "''" : " ");
            }
        }
        statement.append(sql.substring(from));
        add(statements, statement);
        return statements;
    }

    private static void add(List<String> statements, StringBuilder statement) {
        String text = statement.toString().replaceAll("\\s+", " ").strip();
        statement.setLength(0);
        if (!text.isEmpty()) {
            statements.add(text);
        }
    }
}
