package io.renoz.customers.activity;

import io.renoz.customers.AccountPart;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The conversation with an account that is merged: all of it goes along, in one statement. */
@Component(service = ActivityHistory.class)
public final class ActivityHistory implements AccountPart {

    private static final String MOVE = """
            update customers.customer_activities set customer_id = ?3, version = version + 1
             where organization_id = ?1 and customer_id = ?2 returning id
            """;

    private final Tables tables;

    @Activate
    public ActivityHistory(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return "customer_activities";
    }

    @Override
    @SuppressWarnings("unchecked") // one uuid column
    public List<UUID> move(UUID from, UUID to) {
        return (List<UUID>) tables.entities()
                .createNativeQuery(MOVE)
                .setParameter(1, Call.tenant())
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList();
    }
}
