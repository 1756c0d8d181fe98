package io.renoz.platform.rest.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes names and sentences of the names in the code. */
final class Words {

    private Words() {}

    /** {@code price list} of {@code PriceListResource}. */
    static String noun(Class<?> resource) {
        return split(resource.getSimpleName().replaceFirst("Resource$", ""));
    }

    /** {@code price list} of {@code PriceList}. */
    static String split(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    /** {@code BulkUpdateResult} of {@code BulkUpdate} and {@code UpdateResult}: what both say is said once. */
    static String joined(String owner, String own) {
        String first = owner.replaceAll("(?<=[a-z0-9])[A-Z].*", "");
        if (!first.isEmpty() && startsWithWord(own, first)) {
            return own;
        }
        for (int at = 0; at < owner.length(); at++) {
            if (Character.isUpperCase(owner.charAt(at)) && startsWithWord(own, owner.substring(at))) {
                return owner.substring(0, at) + own;
            }
        }
        return owner + own;
    }

    private static boolean startsWithWord(String text, String word) {
        return text.startsWith(word)
                && (text.length() == word.length() || Character.isUpperCase(text.charAt(word.length())));
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String article(String noun) {
        return !noun.isEmpty() && "aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " + noun : "a " + noun;
    }

    /** The parts of a path below {@code /api/v1} that are no parameters. */
    static List<String> fixed(String path) {
        return Arrays.stream(path.replaceFirst("^/api/v1", "").split("/"))
                .filter(part -> !part.isEmpty() && !part.startsWith("{"))
                .toList();
    }
}
