package io.renoz.platform.installer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of an OSGi manifest header: {@code path;name=value;directive:=value}.
 *
 * @param attributes by name without their type, values as written
 */
record HeaderClause(String path, Map<String, String> attributes, Map<String, String> directives) {

    /** The clauses of a header; quoted parts may hold any sign. */
    static List<HeaderClause> parse(String header) {
        var clauses = new ArrayList<HeaderClause>();
        for (String clause : split(header, ',')) {
            if (!clause.isBlank()) {
                clauses.add(clause(clause));
            }
        }
        return clauses;
    }

    private static HeaderClause clause(String text) {
        List<String> parts = split(text, ';');
        var attributes = new LinkedHashMap<String, String>();
        var directives = new LinkedHashMap<String, String>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String value = unquoted(part.substring(equals + 1).strip());
            String name = part.substring(0, equals).strip();
            if (name.endsWith(":")) {
                directives.put(name.substring(0, name.length() - 1), value);
            } else {
                int type = name.indexOf(':');
                attributes.put(type < 0 ? name : name.substring(0, type), value);
            }
        }
        return new HeaderClause(parts.get(0).strip(), attributes, directives);
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private static List<String> split(String text, char at) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == at && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                quoted ^= c == '"';
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
