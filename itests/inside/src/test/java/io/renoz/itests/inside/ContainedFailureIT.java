package io.renoz.itests.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renoz.data.Databases;
import io.renoz.data.Tables;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.module.Modules;
import java.io.InputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.junit.After;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** What is wrong with one module stays with that module. */
public class ContainedFailureIT extends Inside {

    private final List<Bundle> installed = new ArrayList<>();

    private Bundle install(String name, InputStream content) throws BundleException {
        Bundle bundle = platform().context().installBundle("test:" + name, content);
        installed.add(bundle);
        return bundle;
    }

    @After
    public void takeAway() throws Exception {
        for (Bundle bundle : installed) {
            bundle.uninstall();
            platform().refresh(bundle);
        }
        platform().awaitServing();
    }

    private void othersServe() {
        assertThat(platform().modules())
                .filteredOn(module -> !module.name().startsWith("test-"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(module ->
                        assertThat(platform().state(module.name()).state()).isEqualTo("active"));
        Organization organization = Organization.with(platform(), "customers");
        assertThat(organization.admin().get("/api/v1/customers/customers").status())
                .isEqualTo(200);
    }

    private boolean exists(String table) throws Exception {
        try (Connection connection = platform().service(Databases.class).owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Test
    public void aModuleWhoseMigrationFailsHasFailedWithItsReasonWhileAllElseRuns() throws Exception {
        InputStream content = TestModule.withChangeSet("test-broken", """
                create table test_broken.things (like platform.tenant_row including all);
                call platform.protect('test_broken.things');
                select no_such_column from test_broken.things;""");

        install("broken", content).start();
        platform().awaitState("test-broken", "failed");

        assertThat(platform().state("test-broken").reason()).contains("no_such_column");
        assertThat(exists("test_broken.things")).isFalse();
        assertThat(platform().references(DataSource.class, "(osgi.jndi.service.name=renoz/test-broken)"))
                .isEmpty();
        othersServe();
    }

    @Test
    public void aModuleWithAnOpenTableIsRefusedAndLeavesNothing() throws Exception {
        InputStream content = TestModule.withChangeSet(
                "test-open", "create table test_open.things (like platform.tenant_row including all);");

        install("open", content).start();
        platform().awaitState("test-open", "failed");

        assertThat(platform().state("test-open").reason()).contains("row level security");
        assertThat(exists("test_open.things")).isFalse();
        othersServe();
    }

    @Test
    public void aFailedModuleThatIsTakenAwayIsForgotten() throws Exception {
        Bundle bundle = install("gone", TestModule.withChangeSet("test-gone", "select no_such_column;"));
        bundle.start();
        platform().awaitState("test-gone", "failed");

        takeAway();
        installed.clear();

        assertThat(platform().service(Modules.class).find("test-gone")).isEmpty();
        assertThat(platform().states()).extracting(ModuleState::module).doesNotContain("test-gone");
        othersServe();
    }

    @Test
    public void aSecondBundleOfTheSameModuleIsRefused() throws Exception {
        Bundle first = platform().bundle("io.renoz.customers");
        EntityManagerFactory unit = platform().service(EntityManagerFactory.class, "(osgi.unit.name=customers)");
        Bundle second = install("second", TestModule.copyOf(first, "io.renoz.customers.second"));

        assertThatThrownBy(second::start)
                .isInstanceOfSatisfying(BundleException.class, refusal -> assertThat(refusal.getType())
                        .isEqualTo(BundleException.RESOLVE_ERROR));

        assertThat(second.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(platform().references(DataSource.class, "(osgi.jndi.service.name=renoz/customers)"))
                .hasSize(1);
        assertThat(platform().references(Tables.class, "(domain=customers)")).hasSize(1);
        assertThat(platform().service(EntityManagerFactory.class, "(osgi.unit.name=customers)"))
                .isSameAs(unit);
        othersServe();
        first.stop(Bundle.STOP_TRANSIENT);
        first.start();
        await().atMost(Platform.PATIENCE)
                .until(() -> platform().state("customers").state().equals("active"));
    }
}
