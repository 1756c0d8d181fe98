package io.renoz.customers.health;

import io.renoz.customers.AccountPart;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The figures of an account that is merged: orders will report those of both together, until then the survivor's stand. */
@Component(service = MetricsHistory.class)
public final class MetricsHistory implements AccountPart {

    private static final String LAST_ACTIVITY = """
            update customers.customer_metrics m
               set last_activity_at = greatest(m.last_activity_at, f.last_activity_at), version = m.version + 1
              from customers.customer_metrics f
             where m.organization_id = ?1 and m.customer_id = ?3 and f.organization_id = ?1 and f.customer_id = ?2
            """;

    private final Tables tables;

    @Activate
    public MetricsHistory(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return "customer_metrics";
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        tables.entities()
                .createNativeQuery(LAST_ACTIVITY)
                .setParameter(1, Call.tenant())
                .setParameter(2, from)
                .setParameter(3, to)
                .executeUpdate();
        return List.of();
    }
}
