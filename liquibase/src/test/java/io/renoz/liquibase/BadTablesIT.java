package io.renoz.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.platform.migrations.Patience;
import io.renoz.platform.migrations.SchemaMigrator;
import io.renoz.platform.migrations.TestDatabase;
import io.renoz.platform.migrations.TestServer;
import org.junit.jupiter.api.Test;

/** The rules notice what they are there for. */
class BadTablesIT {

    @Test
    void everyRuleFindsATableThatBreaksIt() throws Exception {
        try (TestServer server = TestServer.start()) {
            TestDatabase database = server.database("bad");
            new SchemaMigrator(database, Domain.platform(), Patience.ofSeconds(10)).prepare();
            database.run("""
                    create schema bad;
                    create table bad.parents (like platform.tenant_row including all, unique (id));
                    create table bad.parts (
                      like platform.tenant_row including defaults,
                      number     serial,
                      price      numeric(10,2),
                      name       varchar(20),
                      remark     text,
                      ends_at    date,
                      line_count numeric(12,2),
                      parent_id  uuid references bad.parents (id),
                      primary key (id, organization_id));
                    alter table bad.parts add constraint positive check (price > 0) not valid;
                    create unique index names on bad.parts (organization_id, name);
                    """);

            assertThat(SchemaRules.broken(database, "bad"))
                    .containsExactlyInAnyOrder(
                            "bad.parts, but the primary key is (organization_id, id)",
                            "bad.parts.name is character varying(20), but a column has one of the types of the catalogue",
                            "bad.parts.price is numeric(10,2), but a column has one of the types of the catalogue",
                            "bad.parts.ends_at is date, but a moment ends in _at and is a timestamptz",
                            "bad.parts.line_count is numeric(12,2), but a count is an integer",
                            "bad.parts.number, but no number is made by a serial or identity",
                            "bad.parts.remark, but a text is limited by a check: its length, its values or its pattern",
                            "bad.parts: positive, but every check and foreign key is validated",
                            "bad.parts: parts_parent_id_fkey, but a foreign key leads to the same organization",
                            "bad.parts: parts_parent_id_fkey, but a foreign key is covered by the first columns of an index",
                            "bad.parents_id_key, but an index begins with organization_id, but for what is unique over all"
                                    + " organizations or the kernel's",
                            "bad.parts_pkey, but an index begins with organization_id, but for what is unique over all"
                                    + " organizations or the kernel's",
                            "bad.names, but a unique index is named after its table and ends in _key");
        }
    }
}
