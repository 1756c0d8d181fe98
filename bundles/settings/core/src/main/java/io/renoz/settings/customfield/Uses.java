package io.renoz.settings.customfield;

import io.renoz.data.Call;
import io.renoz.settings.api.CustomFieldType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Asks which fields and options records hold values of, and takes away those of a field that goes. */
final class Uses {

    private static final String OF_FIELD =
            " from settings.custom_field_values where organization_id = ? and custom_field_id = ?";
    private static final String COUNT = "select count(value)" + OF_FIELD;
    private static final String OPTION = "select count(value)" + OF_FIELD + " and value = to_jsonb(?::text)";
    private static final String CHOSEN = "select count(value)" + OF_FIELD + " and value @> to_jsonb(?::text)";
    private static final String DELETE = "delete" + OF_FIELD;
    private static final String ACTIVE = "select count(*) from settings.custom_fields"
            + " where organization_id = ? and entity_type = ? and is_active";

    /** Makes those who count wait for those who counted before them, until these have written. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private final DataSource database;

    Uses(DataSource database) {
        this.database = database;
    }

    /** Records that hold a value of a field. */
    long of(UUID field) {
        return number(COUNT, Call.tenant(), field);
    }

    /** Records for which an option was chosen. */
    long of(CustomFieldType type, UUID field, String option) {
        return number(type == CustomFieldType.SELECT ? OPTION : CHOSEN, Call.tenant(), field, option);
    }

    /** Active fields of a type of record. */
    long active(String entityType) {
        return number(ACTIVE, Call.tenant(), entityType);
    }

    void waitFor(String what) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, Call.tenant() + "/" + what);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes the values of a field, cleared ones too. */
    void purge(UUID field) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, Call.tenant());
            statement.setObject(2, field);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
