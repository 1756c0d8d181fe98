package io.renoz.activities.log;

import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.activities.api.Changes;
import io.renoz.data.Call;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What modules tell the log themselves. */
@Component
public final class Trail implements AuditTrail {

    private final DataSource database;
    private final Modules modules;

    @Activate
    public Trail(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference Modules modules) {
        this.database = database;
        this.modules = modules;
    }

    @Override
    public void record(AuditEntry entry) {
        write(entry, 1);
    }

    @Override
    public void recordBulk(AuditEntry summary, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("An entry stands for at least one record, not for " + count);
        }
        write(summary, count);
    }

    /** ACT-06: the list of types is open, but a type has a module that is here. */
    private void write(AuditEntry entry, int count) {
        if (modules.find(entry.module()).isEmpty()) {
            throw Problem.of(
                    "unknown-entity-type",
                    "There is no module " + entry.module() + " that could have a "
                            + entry.subject().type() + ".");
        }
        Entries.write(database, Call.tenant(), List.of(Entry.of(Call.current(), entry, count)));
    }

    @Override
    public Changes diff(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, Set<String> excluded) {
        return Differences.between(before, after, excluded);
    }
}
