package io.renoz.platform.registry.switching;

import io.renoz.data.Ids;
import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.platform.registry.gate.ModuleSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of an organization's set that is being carried out. {@code set} is what comes out of it. */
final class Change {

    private final Plan plan;
    private final Map<String, SetRows.Row> known;
    private final ModuleSet set;
    private final Cause cause;
    private final @Nullable String reason;
    private final Map<String, UUID> on;
    private final Map<String, UUID> off;

    Change(Plan plan, Map<String, SetRows.Row> known, ModuleSet set, Cause cause, @Nullable String reason) {
        this.plan = plan;
        this.known = Map.copyOf(known);
        this.set = set;
        this.cause = cause;
        this.reason = reason;
        on = ids(plan.added());
        off = ids(plan.remove());
    }

    private Map<String, UUID> ids(List<String> modules) {
        var ids = new LinkedHashMap<String, UUID>();
        for (String module : modules) {
            SetRows.Row row = known.get(module);
            ids.put(module, row == null ? Ids.next() : row.id());
        }
        return Collections.unmodifiableMap(ids);
    }

    Plan plan() {
        return plan;
    }

    ModuleSet set() {
        return set;
    }

    Cause cause() {
        return cause;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** Ids of the rows of modules that go on, in the order of the plan. */
    Map<String, UUID> on() {
        return on;
    }

    /** Ids of the rows of modules that go off, in the order of the plan. */
    Map<String, UUID> off() {
        return off;
    }

    /** Whether the organization never had the module before. */
    boolean first(String module) {
        return !known.containsKey(module);
    }
}
