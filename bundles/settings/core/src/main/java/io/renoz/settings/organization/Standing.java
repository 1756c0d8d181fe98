package io.renoz.settings.organization;

import io.renoz.data.Databases;
import io.renoz.security.TenantStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * SET-03: which organizations are suspended or closed, the few of them, read anew when what is known is older than most of a
 * second. So a change made on any node is in force on all within a second, and a node without requests asks nothing.
 */
@Component(
        service = {TenantStatus.class, Standing.class},
        reference =
                @Reference(
                        name = "migrated",
                        service = DataSource.class,
                        target = "(osgi.jndi.service.name=renoz/settings)"))
public final class Standing implements TenantStatus {

    private static final long FRESH_NANOS = Duration.ofMillis(800).toNanos();
    private static final String BLOCKED =
            "select id, status from settings.organizations where status in ('suspended', 'closed')";

    /** What was known at a moment. */
    private record Known(Map<UUID, String> obstacles, long at) {}

    private final Supplier<Map<UUID, String>> source;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    @Activate
    public Standing(@Reference Databases databases) {
        this(() -> read(databases.platform()), System::nanoTime);
    }

    Standing(Supplier<Map<UUID, String>> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    @Override
    public Optional<String> obstacle(UUID organization) {
        return Optional.ofNullable(obstacles().get(organization));
    }

    /** Forgets what is known on this node, after a change made here. */
    void forget() {
        known.set(null);
    }

    private Map<UUID, String> obstacles() {
        Known last = known.get();
        return last != null && fresh(last) ? last.obstacles() : renewed();
    }

    private synchronized Map<UUID, String> renewed() {
        Known last = known.get();
        if (last != null && fresh(last)) {
            return last.obstacles();
        }
        long before = nanos.getAsLong();
        Map<UUID, String> obstacles = source.get();
        known.set(new Known(obstacles, before));
        return obstacles;
    }

    private boolean fresh(Known last) {
        return nanos.getAsLong() - last.at() < FRESH_NANOS;
    }

    private static Map<UUID, String> read(DataSource platform) {
        var obstacles = new HashMap<UUID, String>();
        try (Connection connection = platform.getConnection();
                PreparedStatement select = connection.prepareStatement(BLOCKED);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                obstacles.put(rows.getObject(1, UUID.class), "organization-" + rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return obstacles;
    }
}
