package io.renoz.platform.registry.operator;

import io.renoz.data.Databases;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.kernel.ChainLink;
import io.renoz.kernel.MemoryList;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/migrations}: how the schema of each module stands, and why it failed. */
@Component(service = Resource.class)
@OperatorPlane
@Path("migrations")
public final class MigrationResource implements Resource {

    /** How a schema stands on the node that answers. */
    enum State {
        MIGRATED,
        WAITING,
        FAILED
    }

    private static final MemoryList<Migration> LIST =
            MemoryList.by("module", Migration::module).filter("state", State.class, Migration::state);

    private final BundleContext context;
    private final Databases databases;
    private final Modules modules;

    @Activate
    public MigrationResource(BundleContext context, @Reference Databases databases, @Reference Modules modules) {
        this.context = context;
        this.databases = databases;
        this.modules = modules;
    }

    /** The schema of a module. */
    public record Migration(
            String module,
            String version,
            @Summary("migrated, waiting or failed") String state,

            @Summary("what failed, or what it waits for") @Nullable
            String reason,

            @Summary("how many changes it has had") int changeCount,

            @Summary("when the last of them was made") @Nullable
            Instant changedAt) {}

    private record Changes(int count, @Nullable Instant last) {}

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", LIST.offer());
    }

    @GET
    @Summary("How the schemas of the modules stand on this node, and why those that failed did")
    public Page<Migration> list(@Context ListQuery query) {
        Map<String, Changes> changes = changes();
        return LIST.read(
                modules.all().stream().map(module -> migration(module, changes)).toList(), query);
    }

    private Migration migration(ModuleDescriptor module, Map<String, Changes> changes) {
        ChainLink.LinkState state = state(module);
        Changes made = changes.getOrDefault(module.name(), new Changes(0, null));
        State how = state.standing() ? State.MIGRATED : state.failed() ? State.FAILED : State.WAITING;
        return new Migration(
                module.name(),
                module.version(),
                how.name().toLowerCase(Locale.ROOT),
                state.reason().isEmpty() ? null : state.reason(),
                made.count,
                made.last);
    }

    /** The first link of a module's chain is its migration. */
    private ChainLink.LinkState state(ModuleDescriptor module) {
        try {
            Collection<ServiceReference<ChainLink>> links = context.getServiceReferences(ChainLink.class, null);
            return links.stream()
                    .map(context::getService)
                    .filter(link -> link != null)
                    .min(Comparator.comparingInt(ChainLink::order))
                    .map(link -> link.stateOf(module))
                    .orElseGet(() -> ChainLink.LinkState.waits("Nothing migrates at the moment."));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }

    private Map<String, Changes> changes() {
        String sql =
                "select filename, count(*), max(dateexecuted)::timestamptz from platform.databasechangelog group by 1";
        var changes = new HashMap<String, Changes>();
        try (Connection connection = databases.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                OffsetDateTime last = rows.getObject(3, OffsetDateTime.class);
                changes.put(rows.getString(1), new Changes(rows.getInt(2), last == null ? null : last.toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The changes of the schemas could not be read", e);
        }
        return changes;
    }
}
