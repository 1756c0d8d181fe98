package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of {@code NAME=value} lines that a shell can read with a dot; values need no quotes. */
final class EnvFile {

    private EnvFile() {}

    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> env = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                env.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return env;
    }

    /** Writes comment lines, then the variables; only when something changes. */
    static void write(Path file, String comment, Map<String, String> env) throws IOException {
        StringBuilder text = new StringBuilder(comment);
        env.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        if (!Files.exists(file) || !Files.readString(file).contentEquals(text)) {
            Private.write(file, text.toString());
        }
    }
}
