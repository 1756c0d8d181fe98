package io.renoz.users.role;

import io.renoz.data.Call;
import io.renoz.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** USR-10: nobody gives away what they do not have, or have because somebody lends it. */
public final class Granting {

    private Granting() {}

    /**
     * Refuses unless the caller has all of them.
     *
     * @throws Problem {@code scope-exceeds-permissions} that names what the caller lacks
     */
    public static void check(Call call, Collection<String> permissions) {
        List<String> lacking = permissions.stream()
                .filter(permission -> !call.owns(permission))
                .sorted()
                .toList();
        if (!lacking.isEmpty()) {
            throw Problem.of(
                            "scope-exceeds-permissions",
                            "You cannot grant what you do not have: " + String.join(", ", lacking) + ".")
                    .with("permissions", lacking);
        }
    }

    /**
     * Refuses unless modules declare all of them.
     *
     * @throws Problem {@code unknown-permission}
     */
    public static void checkKnown(Set<String> known, Collection<String> permissions) {
        List<String> unknown = permissions.stream()
                .filter(permission -> !known.contains(permission))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.of("unknown-permission", "No module declares " + String.join(", ", unknown) + ".")
                    .with("permissions", unknown);
        }
    }
}
