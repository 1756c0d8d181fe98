package io.renoz.financial;

import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.activities.api.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers what the audit log was told. */
public final class Trail implements AuditTrail {

    public final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public void record(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public void recordBulk(AuditEntry summary, int count) {
        entries.add(summary);
    }

    @Override
    public Changes diff(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, Set<String> excluded) {
        return Changes.none();
    }
}
