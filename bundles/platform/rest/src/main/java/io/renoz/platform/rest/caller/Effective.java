package io.renoz.platform.rest.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A principal's permissions in the modules that are on for the organization, worked out once a change of the set. */
final class Effective {

    /**
     * What counts.
     *
     * @param lent without what is the principal's own
     */
    record Known(String revision, Set<String> permissions, Map<String, UUID> lent) {}

    private final ModuleGate gate;
    private final Modules modules;
    private final Cache<Principal, Known> known =
            Caffeine.newBuilder().weakKeys().maximumSize(20_000).build();

    Effective(ModuleGate gate, Modules modules) {
        this.gate = gate;
        this.modules = modules;
    }

    Known of(Principal principal) {
        String revision = gate.revision(principal.organization());
        Known before = known.getIfPresent(principal);
        if (before != null && before.revision().equals(revision)) {
            return before;
        }
        Set<String> permissions = principal.permissions().stream()
                .filter(permission -> on(principal, permission))
                .collect(Collectors.toUnmodifiableSet());
        Map<String, UUID> lent = principal.lent().entrySet().stream()
                .filter(one -> !permissions.contains(one.getKey()) && on(principal, one.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        var now = new Known(revision, permissions, lent);
        known.put(principal, now);
        return now;
    }

    /** A permission of a module that is deployed counts while that module is on; those of the kernel always do. */
    private boolean on(Principal principal, String permission) {
        int dot = permission.indexOf('.');
        String module = dot < 0 ? "" : permission.substring(0, dot);
        return modules.find(module).isEmpty() || gate.isEnabled(principal.organization(), module);
    }
}
