package io.renoz.liquibase;

import io.renoz.platform.migrations.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every table of a schema has to be, asked of the system catalogue. */
final class SchemaRules {

    /** Each answers with what breaks it; {@code t} is a table and {@code a} a column of the schema. */
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("the primary key is (organization_id, id)", """
                select t.name from tables t
                 where t.tenant and not exists (
                   select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p'
                      and pg_get_constraintdef(k.oid) = 'PRIMARY KEY (organization_id, id)')
                """);
        RULES.put("the columns of platform.tenant_row are there as they are there", """
                select t.name || '.' || r.attname
                  from tables t, pg_attribute r
                 where t.tenant and r.attrelid = 'platform.tenant_row'::regclass and r.attnum > 0
                   and not exists (select from pg_attribute a
                                    where a.attrelid = t.oid and a.attname = r.attname and a.atttypid = r.atttypid
                                      and a.attnotnull = r.attnotnull)
                """);
        RULES.put("a column has one of the types of the catalogue", """
                select a.name || ' is ' || a.type from columns a
                 where a.type not in ('uuid', 'text', 'integer', 'bigint', 'boolean', 'date', 'time without time zone',
                                      'timestamp with time zone', 'inet', 'tsvector', 'jsonb', 'text[]', 'uuid[]',
                                      'numeric(12,2)', 'numeric(12,3)', 'numeric(5,2)', 'numeric(18,8)')
                """);
        RULES.put("a moment ends in _at and is a timestamptz", """
                select a.name || ' is ' || a.type from columns a
                 where a.attname like '%\\_at' and a.type not in ('timestamp with time zone', 'time without time zone')
                """);
        RULES.put("a count is an integer", """
                select a.name || ' is ' || a.type from columns a
                 where a.attname ~ '(^|_)count$' and a.type not in ('integer', 'bigint')
                """);
        RULES.put("no number is made by a serial or identity", """
                select a.name from columns a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                 where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~ 'nextval' and a.name <> 'platform.event_outbox.sequence'
                """);
        RULES.put("a text is limited by a check: its length, its values or its pattern", """
                select a.name from columns a
                 where a.type = 'text'
                   and not exists (select from pg_constraint k
                                    where k.conrelid = a.attrelid and k.contype = 'c' and a.attnum = any (k.conkey)
                                      and (pg_get_constraintdef(k.oid) ~ ('length\\(\\(?' || a.attname || '\\)')
                                        or pg_get_constraintdef(k.oid) ~ ('\\(' || a.attname || ' = (ANY|''|\\()')
                                        or pg_get_constraintdef(k.oid) ~ ('\\(' || a.attname || ' ~ ''\\^[^*+]*\\$''')))
                """);
        RULES.put("every check and foreign key is validated", """
                select t.name || ': ' || k.conname from tables t join pg_constraint k on k.conrelid = t.oid
                 where not k.convalidated
                """);
        RULES.put("a foreign key leads to the same organization", """
                select t.name || ': ' || k.conname from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
                 where t.tenant and pg_get_constraintdef(k.oid) !~ '^FOREIGN KEY \\(organization_id, [a-z_0-9]+\\) REFERENCES \\S+\\(organization_id, id\\)'
                """);
        RULES.put("a foreign key is covered by the first columns of an index", """
                select t.name || ': ' || k.conname from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
                 where not exists (
                   select from pg_index i
                    where i.indrelid = t.oid and i.indpred is null and i.indisvalid
                      and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)
                """);
        RULES.put(
                "an index begins with organization_id, but for what is unique over all organizations or the kernel's",
                """
                select x.indexrelid::regclass::text
                  from tables t join pg_index x on x.indrelid = t.oid
                  join pg_attribute o on o.attrelid = t.oid and o.attname = 'organization_id'
                 where t.tenant and x.indkey[0] <> o.attnum and t.schema <> 'platform'
                   and x.indexrelid::regclass::text not in (
                     'settings.organizations_slug_key', 'settings.organizations_domain_key', 'settings.organizations_blocked')
                """);
        RULES.put("a unique index is named after its table and ends in _key", """
                select x.indexrelid::regclass::text
                  from tables t join pg_index x on x.indrelid = t.oid and x.indisunique and not x.indisprimary
                  join pg_class c on c.oid = x.indexrelid
                 where not (starts_with(c.relname, t.relname || '_') and c.relname ~ '_key[0-9]*$')
                """);
    }

    private static final String OBJECTS = """
            with tables as (
              select c.oid, c.oid::regclass::text as name, c.relname, n.nspname as schema,
                     exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') as tenant
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname = '%s' and c.relkind in ('r', 'p') and c.relname !~ '^databasechangelog'
                 and c.oid::regclass::text <> 'platform.job_executions'), -- as db-scheduler wants it
            columns as (
              select a.*, t.name || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type
                from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped)
            """;

    private SchemaRules() {}

    /** What in a schema breaks a rule. */
    static List<String> broken(TestDatabase database, String schema) throws SQLException {
        var broken = new ArrayList<String>();
        for (Map.Entry<String, String> rule : RULES.entrySet()) {
            for (String found : database.rows(OBJECTS.formatted(schema) + rule.getValue())) {
                broken.add(found + ", but " + rule.getKey());
            }
        }
        return broken;
    }
}
