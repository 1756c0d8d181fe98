package io.renoz.platform.registry.gate;

import io.renoz.problem.Problem;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads sets across organizations, as the kernel. */
final class SetQueries {

    private static final Logger log = LoggerFactory.getLogger(SetQueries.class);

    /** One statement, so that revision and modules are of one moment. */
    private static final String SET = """
            select (select coalesce(max(revision), 0)
                      from platform.module_set_revisions where organization_id = ?),
                   (select coalesce(array_agg(module), '{}')
                      from platform.organization_modules where organization_id = ? and wish = 'enabled')
            """;

    /** Longer than any transaction lasts: created_at is when the transaction of the change began. */
    private static final String RECENT = """
            select organization_id, max(revision) from platform.module_set_revisions
             where created_at > now() - interval '5 minutes' group by organization_id
            """;

    private static final String WITH =
            "select organization_id from platform.organization_modules where module = ? and wish = 'enabled'";

    private static final String ALL = "select id from settings.organizations where status <> 'closed'";

    private final DataSource kernel;

    SetQueries(DataSource kernel) {
        this.kernel = kernel;
    }

    ModuleSet set(UUID organization) {
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setObject(1, organization);
            statement.setObject(2, organization);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Array modules = row.getArray(2);
                return new ModuleSet(row.getLong(1), Set.of((String[]) modules.getArray()));
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    static Map<UUID, Long> recent(Connection connection) throws SQLException {
        var revisions = new HashMap<UUID, Long>();
        try (PreparedStatement statement = connection.prepareStatement(RECENT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                revisions.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        }
        return revisions;
    }

    List<UUID> with(String module, boolean core) {
        try (Connection connection = kernel.getConnection();
                PreparedStatement statement = connection.prepareStatement(core ? ALL : WITH)) {
            if (!core) {
                statement.setString(1, module);
            }
            var organizations = new ArrayList<UUID>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    organizations.add(rows.getObject(1, UUID.class));
                }
            }
            return organizations;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static Problem unavailable(SQLException e) {
        log.error("The modules of an organization cannot be read", e);
        return Problem.of("unavailable", "The database does not answer.");
    }
}
