package io.renoz.platform.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdditiveTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table a.b",
                "DROP SCHEMA a CASCADE",
                "create table a.c (id uuid); drop view a.v",
                "truncate a.b",
                "alter table a.b rename column c to d",
                "alter table a.b rename to c",
                "alter index a.i rename to j",
                "alter table a.b set schema c",
                "alter table a.b alter column c type bigint",
                "alter table a.b alter c set data type text",
                "alter table a.b alter column c set not null",
                "alter table a.b drop column c",
                "alter table a.b drop c cascade",
                "alter table only a.b add column d text, drop column if exists c",
                "alter table a.b add column c text not null",
                "alter table a.b disable row level security",
                "alter table a.b no force row level security",
                "commit",
                "begin",
                "rollback to savepoint x",
                "create index concurrently on a.b (c)",
                "vacuum a.b",
                "set role renoz_app",
                "reset all",
                "/* harmless */ drop /* really */ table a.b",
                "insert into a.b values ('it''s; fine'); drop table a.b",
            })
    void refusesWhatTakesAwayOrRewrites(String sql) {
        assertThat(Additive.faults(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a.b (like platform.tenant_row including all, name text not null)",
                "alter table a.b add column c text",
                "alter table a.b add column c text not null default ''",
                "alter table a.b add constraint c check (d > 0) not valid",
                "alter table a.b validate constraint c",
                "alter table a.b drop constraint c",
                "alter table a.b alter column c drop not null",
                "alter table a.b alter column c set default 'drop table'",
                "create index on a.b (c)",
                "drop index a.i",
                "call platform.protect('a.b')",
                "--rollback drop table a.b;",
                "comment on table a.b is 'alter table x drop column y; commit;'",
                "create function a.f() returns void language plpgsql as $$ begin drop table t; end $$",
                "create function a.g() returns void language sql as $body$ select '$$'; commit $body$",
                "/* liquibase rollback\n drop table a.b; */",
                "update a.b set c = 'x'",
            })
    void allowsWhatAdds(String sql) {
        assertThat(Additive.faults(sql)).isEmpty();
    }

    @Test
    void saysWhichStatement() {
        assertThat(Additive.faults("create table a.b ();\n\ndrop   table\n a.b;"))
                .containsExactly("it drops something: drop table a.b");
    }

    @Test
    void findsNothingInThePlatformsOwnChangelog() throws Exception {
        Additive.check(Sources.platform());
    }

    @Test
    void refusesAChangelogThatIsNotSql() {
        assertUnreadable(Map.of("db/changelog.yaml", "databaseChangeLog:\n  - changeSet: {id: 1}"));
        assertUnreadable(Map.of("db/changelog.yaml", "databaseChangeLog: []", "db/more.xml", "<databaseChangeLog/>"));
    }

    private static void assertUnreadable(Map<String, String> contents) {
        assertThatThrownBy(() -> Additive.check(Sources.files(contents)))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.slug()).isEqualTo("migration-unsafe"))
                .hasMessageContaining("its changes are not written in SQL");
    }
}
