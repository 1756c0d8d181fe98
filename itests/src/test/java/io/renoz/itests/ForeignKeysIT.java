package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A reference into another tenant cannot exist, whoever writes it. */
@DisplayName("A foreign key between tables of tenants")
class ForeignKeysIT {

    private static World ours;
    private static World theirs;

    private record Key(TenantTable from, String column, TenantTable to, String definition) {}

    @BeforeAll
    static void fill() {
        ours = new World(Tenant.whole());
        theirs = new World(Tenant.whole());
        ours.api().listings().forEach(ours::records);
        theirs.api().listings().forEach(theirs::records);
    }

    @Test
    void carriesTheOrganizationOnBothSides() throws SQLException {
        for (Key key : keys()) {
            assertThat(key.definition())
                    .as("key of " + key.from())
                    .matches("FOREIGN KEY \\(organization_id, \\w+\\) REFERENCES .*\\(organization_id, id\\).*");
        }
    }

    @Test
    void refusesARowOfAnotherTenant() throws SQLException {
        int tried = 0;
        for (Key key : keys()) {
            Optional<String> foreign = anyId(key.to(), theirs.tenant());
            Optional<String> own = anyId(key.from(), ours.tenant());
            if (foreign.isEmpty() || own.isEmpty()) {
                continue;
            }
            try (Sql sql = Sql.as("OWNER").tenant(ours.tenant().id())) {
                sql.execute("set constraints all immediate");
                Optional<String> refusal = sql.refusal("update " + key.from() + " set \"" + key.column() + "\" = '"
                        + foreign.get() + "' where id = '" + own.get() + "'");
                assertThat(refusal).as(key.toString()).isPresent();
                assertThat(refusal.get()).as(key.toString()).isIn("23503", "23514", Sql.NO_RIGHT);
                if (refusal.get().equals("23503")) {
                    tried++;
                }
            }
        }
        assertThat(tried).as("keys that refused").isGreaterThan(10);
    }

    @Test
    void isACallersMistakeOverTheApi() {
        String foreign = theirs.fill("customers/customers/{id}").orElseThrow().replaceFirst(".*/", "");

        Answer contact = ours.admin().post("customers/contacts", """
                {"customerId": "%s", "firstName": "Ada", "lastName": "Abroad"}""".formatted(foreign));
        Answer customer = ours.admin().post("customers/customers", """
                {"name": "Child", "parentId": "%s"}""".formatted(foreign));

        assertThat(contact.status()).as(contact.text()).isIn(404, 422);
        assertThat(customer.status()).as(customer.text()).isIn(404, 422);
    }

    private static List<Key> keys() throws SQLException {
        String sql = """
                select n.nspname, c.relname, tn.nspname, t.relname, pg_get_constraintdef(k.oid),
                       (select string_agg(a.attname, ',') from unnest(k.conkey) u(n)
                         join pg_attribute a on a.attrelid = c.oid and a.attnum = u.n where a.attname <> 'organization_id')
                  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                  join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
                  join pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id'
                  join pg_attribute p on p.attrelid = t.oid and p.attname = 'organization_id'
                 where k.contype = 'f' and k.conparentid = 0
                """;
        var keys = new ArrayList<Key>();
        try (Sql admin = Sql.as("ADMIN");
                var statement = admin.connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                keys.add(new Key(
                        new TenantTable(rows.getString(1), rows.getString(2)),
                        rows.getString(6),
                        new TenantTable(rows.getString(3), rows.getString(4)),
                        rows.getString(5)));
            }
        }
        assertThat(keys).hasSizeGreaterThan(10);
        return keys;
    }

    private static Optional<String> anyId(TenantTable table, Tenant tenant) throws SQLException {
        try (Sql admin = Sql.as("ADMIN")) {
            return admin
                    .texts("select id from " + table + " where organization_id = '" + tenant.id() + "' limit 1")
                    .stream()
                    .findFirst();
        }
    }
}
