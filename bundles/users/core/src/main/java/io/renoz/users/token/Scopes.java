package io.renoz.users.token;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * USR-18: how far a token reaches. {@code read} covers permissions named read, {@code write} also all others of business
 * modules, {@code admin} also those of users, settings and switching modules; any other scope is one permission by name.
 */
final class Scopes {

    private static final Set<String> GENERAL = Set.of("read", "write", "admin");
    private static final Set<String> ADMINISTRATION = Set.of("users", "settings", "modules");

    private final Set<String> scopes;

    Scopes(Collection<String> scopes) {
        this.scopes = Set.copyOf(scopes);
    }

    boolean covers(String permission) {
        if (scopes.contains("admin") || scopes.contains(permission)) {
            return true;
        }
        int dot = permission.indexOf('.');
        if (permission.substring(dot + 1).equals("read")) {
            return scopes.contains("read") || scopes.contains("write");
        }
        return scopes.contains("write") && !ADMINISTRATION.contains(permission.substring(0, Math.max(dot, 0)));
    }

    /** The smaller of scopes and permissions. */
    Set<String> limit(Collection<String> permissions) {
        var limited = new TreeSet<String>();
        permissions.stream().filter(this::covers).forEach(limited::add);
        return limited;
    }

    /** The scopes that name single permissions. */
    List<String> named() {
        return scopes.stream()
                .filter(scope -> !GENERAL.contains(scope))
                .sorted()
                .toList();
    }
}
