package io.renoz.settings.sequence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The SQL of counting: one statement takes numbers, makes the counter where there is none, and keeps its row locked. */
final class Counters {

    private static final String TAKE = "insert into settings.number_sequence_counters as c"
            + " (organization_id, number_sequence_id, period_key, next_value) values (?, ?, ?, ? + ?)"
            + " on conflict (organization_id, number_sequence_id, period_key) do update"
            + " set next_value = c.next_value + ?, updated_at = now(), version = c.version + 1"
            + " returning next_value - ?";

    private static final String NEXT = "select coalesce((select next_value from settings.number_sequence_counters"
            + " where organization_id = ? and number_sequence_id = ? and period_key = ?), ?)";

    /** Goes on where the furthest counter of the sequence is, so that another division into periods repeats no number. */
    private static final String CARRY = "insert into settings.number_sequence_counters as c"
            + " (organization_id, number_sequence_id, period_key, next_value)"
            + " select ?, ?, ?, greatest(?, max(next_value)) from settings.number_sequence_counters"
            + " where organization_id = ? and number_sequence_id = ?"
            + " on conflict (organization_id, number_sequence_id, period_key) do update"
            + " set next_value = greatest(c.next_value, excluded.next_value), updated_at = now(), version = c.version + 1"
            + " returning next_value";

    private final DataSource database;

    Counters(DataSource database) {
        this.database = database;
    }

    /** The first of {@code count} numbers. */
    long take(UUID organization, NumberSequence sequence, String period, int count) {
        return number(TAKE, organization, sequence.id(), period, sequence.startValue, count, count, count);
    }

    /** The number that would come next, left where it is. */
    long peek(UUID organization, NumberSequence sequence, String period) {
        return number(NEXT, organization, sequence.id(), period, sequence.startValue);
    }

    void carry(UUID organization, NumberSequence sequence, String period) {
        number(CARRY, organization, sequence.id(), period, sequence.startValue, organization, sequence.id());
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
