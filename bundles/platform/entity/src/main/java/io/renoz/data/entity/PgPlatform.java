package io.renoz.data.entity;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/** A null has no type of its own: the server infers it (uuid, jsonb, timestamptz columns). */
public final class PgPlatform extends PostgreSQLPlatform {

    private static final long serialVersionUID = 1L;

    @Override
    protected void setNullFromDatabaseField(DatabaseField field, PreparedStatement statement, int index)
            throws SQLException {
        statement.setNull(index, Types.OTHER);
    }

    @Override
    protected void setNullFromDatabaseField(DatabaseField field, CallableStatement statement, String name)
            throws SQLException {
        statement.setNull(name, Types.OTHER);
    }
}
