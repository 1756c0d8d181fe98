package io.renoz.itests;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** People of a tenant who can sign in, for properties that have to name such. */
final class Persons {

    private static final Set<String> MEANT = Set.of("delegateId", "delegatorId");

    private final Tenant tenant;
    private final Map<String, String> known = new HashMap<>();

    Persons(Tenant tenant) {
        this.tenant = tenant;
    }

    boolean meant(String property) {
        return MEANT.contains(property);
    }

    /** Somebody who was made before, so that nothing changes; else somebody new. */
    String somebody(String property) {
        return known.values().stream().findFirst().orElseGet(() -> anew(property));
    }

    String anew(String property) {
        String id = Members.of(tenant).id("viewer");
        known.put(property, id);
        return id;
    }
}
