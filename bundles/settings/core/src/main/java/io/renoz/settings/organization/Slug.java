package io.renoz.settings.organization;

import io.renoz.problem.Problem;
import java.util.regex.Pattern;

/** SET-01: the name by which an organization is addressed. */
final class Slug {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    static String checked(String slug) {
        if (slug.length() < 3 || slug.length() > 63 || !SHAPE.matcher(slug).matches()) {
            throw Problem.invalid("slug", "A slug has 3 to 63 characters of a-z, 0-9 and single inner hyphens.");
        }
        return slug;
    }
}
