package io.renoz.settings.organization;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Records;
import io.renoz.kernel.SqlList;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.organization.OperatorOrganizationResource.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All organizations, read by the platform's own hand: the only table whose rows it sees. */
final class OperatorOrganizations implements Records<Void, View> {

    private static final SqlList LIST = SqlList.of(
                    "version, slug, name, domain, country_code, timezone, locale, currency, status, plan, trial_ends_at,"
                            + " suspended_at, suspended_reason, closed_at, purge_after, created_at, updated_at",
                    "settings.organizations")
            .filter("status", "status", OrganizationStatus.class)
            .filter("plan", "plan", Plan.class)
            .filter("slug", "slug", "text")
            .sort("createdAt", "created_at", "timestamptz")
            .sort("name", "name", "text");

    private final DataSource platform;

    OperatorOrganizations(DataSource platform) {
        this.platform = platform;
    }

    @Override
    public Page<View> list(ListQuery query) {
        return read(LIST, query);
    }

    @Override
    public View get(UUID id) {
        return read(LIST.where("id = ?", id), ListQuery.first(1)).items().stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("organization"));
    }

    private Page<View> read(SqlList list, ListQuery query) {
        try (Connection connection = platform.getConnection()) {
            return list.read(connection, query, OperatorOrganizations::view);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getObject("cursor_id", UUID.class),
                row.getInt("version"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("domain"),
                row.getString("country_code"),
                row.getString("timezone"),
                row.getString("locale"),
                row.getString("currency"),
                OrganizationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Plan.valueOf(row.getString("plan").toUpperCase(Locale.ROOT)),
                instant(row, "trial_ends_at"),
                instant(row, "suspended_at"),
                row.getString("suspended_reason"),
                instant(row, "closed_at"),
                row.getObject("purge_after", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static java.time.@Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public Offer offer() {
        return LIST.offer();
    }

    @Override
    public List<View> createAll(List<Void> inputs) {
        throw onlyRead();
    }

    @Override
    public View update(UUID id, Patch<Void> patch) {
        throw onlyRead();
    }

    @Override
    public void delete(UUID id) {
        throw onlyRead();
    }

    private static UnsupportedOperationException onlyRead() {
        return new UnsupportedOperationException("Organizations are changed by named acts.");
    }
}
