package io.renoz.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The one status of each known slug. */
final class Statuses {

    private static final Properties BY_SLUG = load();

    private Statuses() {}

    static int of(String slug) {
        String status = BY_SLUG.getProperty(slug);
        if (status == null) {
            throw new IllegalArgumentException("Unknown problem type " + slug + "; use the constructor for your own.");
        }
        return Integer.parseInt(status);
    }

    private static Properties load() {
        var properties = new Properties();
        try (InputStream in = Statuses.class.getResourceAsStream("problems.properties")) {
            if (in == null) {
                throw new IllegalStateException("problems.properties is not beside " + Statuses.class.getName());
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
