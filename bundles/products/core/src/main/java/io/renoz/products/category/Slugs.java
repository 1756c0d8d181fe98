package io.renoz.products.category;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Names as they stand in addresses. */
final class Slugs {

    private static final int LONGEST = 110;

    private Slugs() {}

    /** The name in lower case letters, digits and hyphens, and a number where that is taken. */
    static String of(String name, Collection<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "category" : plain.substring(0, Math.min(LONGEST, plain.length()));
        String slug = base;
        for (int i = 2; taken.contains(slug); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }
}
