package io.renoz.activities.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Adds rows to the log, however many of them in one statement whose text is always the same. */
final class Entries {

    private static final String COLUMNS = "id, user_id, created_by, updated_by, actor_type, actor_name, on_behalf_of,"
            + " api_token_id, session_id, request_id, ip_address, user_agent, module, entity_type, entity_id, entity_name,"
            + " parent_type, parent_id, customer_id, action, event, description, changes, changed_fields, metadata, source,"
            + " source_ref, sensitivity, record_count";

    private static final String INSERT = "insert into activities.activities (organization_id, " + COLUMNS + ")"
            + " select cast(? as uuid), " + COLUMNS + " from jsonb_to_recordset(cast(? as jsonb)) as e ("
            + "id uuid, user_id uuid, created_by uuid, updated_by uuid, actor_type text, actor_name text,"
            + " on_behalf_of uuid, api_token_id uuid, session_id uuid, request_id uuid, ip_address inet, user_agent text,"
            + " module text, entity_type text, entity_id uuid, entity_name text, parent_type text, parent_id uuid,"
            + " customer_id uuid, action text, event text, description text, changes jsonb, changed_fields text[],"
            + " metadata jsonb, source text, source_ref uuid, sensitivity text, record_count integer)";

    private Entries() {}

    static void write(DataSource database, UUID organization, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, organization.toString());
            insert.setString(2, JsonText.of(entries.stream().map(Entry::columns).toList()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log cannot be written, so nothing is.", e);
        }
    }
}
