package io.renoz.settings.customfield;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.module.Partners;
import io.renoz.users.api.UserDirectory;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SET-18: the roles of the caller, looked up when the first field asks. Admins and the platform itself have them all. */
final class Roles {

    private static final String ADMIN = "admin";

    private final Partners partners;
    private @Nullable Set<String> keys;

    Roles(Partners partners) {
        this.partners = partners;
    }

    /** Whether the caller has one of these; anybody does when there are none. */
    boolean any(String[] wanted) {
        return wanted.length == 0
                || Call.current().actor().kind() == Actor.Kind.SYSTEM
                || keys().contains(ADMIN)
                || Arrays.stream(wanted).anyMatch(keys()::contains);
    }

    private Set<String> keys() {
        Set<String> known = keys;
        if (known == null) {
            known = Call.user()
                    .flatMap(user -> partners.find(UserDirectory.class).map(users -> users.rolesOf(user)))
                    .orElse(Set.of());
            keys = known;
        }
        return known;
    }
}
