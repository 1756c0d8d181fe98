package io.renoz.itests.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerType;
import io.renoz.customers.api.NewCustomer;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.data.Transactions;
import io.renoz.module.ModuleDescriptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Test;

/** What the connection of a module reaches: its own tables, of the organization of the call, and nothing else. */
public class FenceIT extends Inside {

    private static final String NO_RIGHT = "42501";
    private static final String CUSTOMERS = "select count(*) from customers.customers";

    private DataSource source(String module) {
        return platform().service(DataSource.class, "(osgi.jndi.service.name=renoz/" + module + ")");
    }

    private String ask(String module, String sql) throws SQLException {
        try (Connection connection = source(module).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private List<String> tables(String schema) throws SQLException {
        var tables = new ArrayList<String>();
        try (Connection connection = platform().service(Databases.class).owner().getConnection();
                var statement = connection.prepareStatement("select relname from pg_class"
                        + " where relnamespace = ?::regnamespace and relkind in ('r', 'p') order by 1")) {
            statement.setString(1, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(schema + "." + rows.getString(1));
                }
            }
        }
        assertThat(tables).as("tables of " + schema).isNotEmpty();
        return tables;
    }

    /** An organization with one customer. */
    private Organization withCustomer() {
        Organization organization = Organization.with(platform(), "customers");
        CustomerDirectory directory = platform().service(CustomerDirectory.class);
        organization.call(() ->
                directory.create(new NewCustomer(null, "Fenced Ltd", CustomerType.BUSINESS, null, null, null, null)));
        return organization;
    }

    @Test
    public void aModuleReadsItsOwnTablesAndNoTableOfAnother() throws Exception {
        Organization organization = withCustomer();
        List<String> modules =
                platform().modules().stream().map(ModuleDescriptor::name).toList();

        for (String module : modules) {
            for (String other : modules) {
                for (String table : tables(other.replace('-', '_'))) {
                    String sql = "select count(*) from " + table;
                    if (other.equals(module)) {
                        assertThat(organization.call(() -> ask(module, sql))).matches("[0-9]+");
                    } else {
                        assertNoRight(() -> organization.call(() -> ask(module, sql)), module + " reads " + table);
                    }
                }
            }
        }
    }

    private static void assertNoRight(ThrowingCallable work, String what) {
        Throwable refusal = catchThrowable(work);
        while (refusal != null && !(refusal instanceof SQLException)) {
            refusal = refusal.getCause();
        }
        assertThat(refusal).as(what).isInstanceOfSatisfying(SQLException.class, cause -> assertThat(cause.getSQLState())
                .isEqualTo(NO_RIGHT));
    }

    @Test
    public void allModulesOfATransactionShareOneConnectionUnderTheirOwnRoles() {
        Organization organization = Organization.with(platform());

        organization.call(() -> {
            String backend = ask("customers", "select pg_backend_pid()");
            for (String module : List.of("users", "settings", "activities", "customers")) {
                assertThat(ask(module, "select pg_backend_pid()")).isEqualTo(backend);
                assertThat(ask(module, "select current_user")).isEqualTo("renoz_m_" + module);
            }
            return null;
        });
    }

    @Test
    public void aModuleCannotEndTheTransactionOfThePlatform() {
        Organization organization = Organization.with(platform());

        organization.call(() -> {
            try (Connection connection = source("customers").getConnection()) {
                assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
                assertThatThrownBy(connection::rollback).isInstanceOf(SQLException.class);
            }
            return null;
        });
    }

    @Test
    public void aCallSeesTheRowsOfItsOrganizationAlone() {
        Organization organization = withCustomer();
        Organization other = Organization.with(platform(), "customers");

        assertThat(organization.call(() -> ask("customers", CUSTOMERS))).isEqualTo("1");
        assertThat(other.call(() -> ask("customers", CUSTOMERS))).isEqualTo("0");
        assertThat(other.<String>call(
                        () -> ask("customers", CUSTOMERS + " where organization_id = '" + organization.id() + "'")))
                .isEqualTo("0");
    }

    @Test
    public void aCallWithoutAnOrganizationSeesNothingAndWritesNothing() {
        withCustomer();
        var nobody = new Call(null, Actor.system("test"), Set.of("*"), Request.none(Ids.next()), false);
        Transactions transactions = platform().service(Transactions.class);

        assertThat(transactions.<String>run(nobody, () -> ask("customers", CUSTOMERS)))
                .isEqualTo("0");
        assertNoRight(
                () -> transactions.run(
                        nobody,
                        () -> ask(
                                "customers",
                                "insert into customers.customer_tags (organization_id, name)"
                                        + " values (gen_random_uuid(), 'nobody''s') returning id")),
                "insert without an organization");
    }

    @Test
    public void aConnectionOutsideOfAnyTransactionReachesNoTable() {
        withCustomer();

        assertNoRight(() -> ask("customers", CUSTOMERS), "read outside of a transaction");
    }
}
