package io.renoz.platform.documents;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Puts values in the place of tags, each of them escaped. Thread-safe. */
final class Templates {

    private final Mustache.Compiler compiler = Mustache.compiler()
            .withEscaper(Templates::escaped)
            .emptyStringIsFalse(true)
            .defaultValue("")
            .withCollector(new MapsOnly());

    /** Reads maps and lists; calls no method of anything. */
    private static final class MapsOnly extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    /** The text of a template with its values. */
    String filled(String template, Map<String, ?> data) {
        if (template.matches("(?s).*\\{\\{\\s*[{&=>].*")) {
            throw new IllegalArgumentException(
                    "A template has values that are escaped, and nothing of other templates.");
        }
        try {
            return compiler.compile(template).execute(data);
        } catch (MustacheException e) {
            throw new IllegalArgumentException("The template cannot be read: " + e.getMessage(), e);
        }
    }

    /** A text as it stands in XHTML. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().filter(Templates::allowed).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Whether XML can hold a character at all. */
    static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }
}
