package io.renoz.platform.registry.operator;

import io.renoz.data.Databases;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/v1/operator/slow-queries}: what the database spends its time on. It keeps statements without their values, and
 * those that have no place for values, such as {@code set}, are left out.
 */
@Component(service = Resource.class)
@OperatorPlane
@Path("slow-queries")
public final class SlowQueryResource implements Resource {

    private static final String SLOW = """
            select s.query, r.rolname, s.calls, s.rows, s.mean_exec_time, s.max_exec_time, s.total_exec_time
              from pg_stat_statements s
              join pg_database d on d.oid = s.dbid and d.datname = current_database()
              join pg_roles r on r.oid = s.userid
             where s.mean_exec_time >= 1 and s.query ~* '^\\s*(--[^\\n]*\\n\\s*)*(select|insert|update|delete|with|merge)\\M'
             order by s.mean_exec_time desc, s.queryid limit 50
            """;

    /** There is no such view, it may not be read, or the server does not load its library. */
    private static final Set<String> ABSENT = Set.of("42P01", "42501", "55000");

    private static final int LONGEST = 4_000;

    private final Databases databases;

    @Activate
    public SlowQueryResource(@Reference Databases databases) {
        this.databases = databases;
    }

    /** A statement, over all its calls since the figures were last set back. */
    public record SlowQuery(
            @Summary("without values") String query,
            @Summary("the role, which names the module") String role,
            long calls,
            long rows,
            @Summary("milliseconds") double meanMillis,
            @Summary("milliseconds") double maxMillis,
            @Summary("milliseconds") double totalMillis) {}

    /** The slowest of them. */
    public record SlowQueries(List<SlowQuery> items) {}

    @GET
    @Summary("The fifty statements that take longest on average, the slowest first")
    @Answers("unavailable")
    public SlowQueries list() {
        try (Connection connection = databases.platform().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SLOW)) {
            var slow = new ArrayList<SlowQuery>();
            while (rows.next()) {
                String query = rows.getString(1);
                slow.add(new SlowQuery(
                        query.length() > LONGEST ? query.substring(0, LONGEST) : query,
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rounded(rows.getDouble(5)),
                        rounded(rows.getDouble(6)),
                        rounded(rows.getDouble(7))));
            }
            return new SlowQueries(List.copyOf(slow));
        } catch (SQLException e) {
            if (ABSENT.contains(String.valueOf(e.getSQLState()))) {
                throw Problem.of(
                        "unavailable",
                        "The database keeps no figures that may be read: a DBA loads"
                                + " pg_stat_statements, creates the extension and grants pg_read_all_stats to renoz_platform.");
            }
            throw new IllegalStateException("The statements could not be read", e);
        }
    }

    private static double rounded(double millis) {
        return Math.round(millis * 1_000) / 1_000.0;
    }
}
