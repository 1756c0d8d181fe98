package io.renoz.settings.webhook;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What each organization's subscriptions want to hear, kept for a second: most organizations want nothing, and publish events
 * all the time. A change made on another node is known a second later.
 */
@Component(service = Interests.class)
public final class Interests {

    private static final String ACTIVE =
            "select event_types from settings.webhook_subscriptions where organization_id = ? and is_active";
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST = 50_000;

    private final DataSource database;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(List<String> patterns, long at) {}

    @Activate
    public Interests(@Reference(target = "(osgi.jndi.service.name=renoz/settings)") DataSource database) {
        this.database = database;
    }

    /** Whether any subscription of the current organization wants to hear of an event. */
    boolean in(String event) {
        UUID organization = Call.tenant();
        Known now = known.get(organization);
        if (now == null || System.nanoTime() - now.at > KEPT_NANOS) {
            now = new Known(read(organization), System.nanoTime());
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(organization, now);
        }
        return Subscription.fits(now.patterns, event);
    }

    /** After a change of the current organization's subscriptions, once it is committed. */
    void forgetAfter(Transactions transactions) {
        UUID organization = Call.tenant();
        transactions.afterCommit(() -> known.remove(organization));
    }

    private List<String> read(UUID organization) {
        var patterns = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ACTIVE)) {
            statement.setObject(1, organization);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    patterns.addAll(List.of((String[]) rows.getArray(1).getArray()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return patterns;
    }
}
