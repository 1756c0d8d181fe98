package io.renoz.platform.rest.caller;

import java.util.Optional;
import java.util.UUID;

/** Finds the organization an operator's path is about. */
final class OrganizationPaths {

    private OrganizationPaths() {}

    /** The id that stands after {@code organizations} in a path of that template. */
    static Optional<UUID> organization(String template, String path) {
        String[] names = template.split("/", -1);
        String[] parts = path.split("/", -1);
        for (int i = 1; i < names.length && i < parts.length; i++) {
            if (names[i - 1].equals("organizations") && names[i].startsWith("{")) {
                return parse(parts[i]);
            }
        }
        return Optional.empty();
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
