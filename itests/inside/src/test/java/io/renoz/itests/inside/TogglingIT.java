package io.renoz.itests.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.kernel.ModuleSets;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.Test;

/** Turning modules on and off by the services of the registry, and what other services see of it. */
public class TogglingIT extends Inside {

    private static final String SWITCH = "/api/v1/modules/customers/enabled";

    private ModuleGate gate() {
        return platform().service(ModuleGate.class);
    }

    private boolean listed(Organization organization) {
        try (Stream<UUID> all = gate().organizationsWith("customers")) {
            return all.anyMatch(organization.id()::equals);
        }
    }

    @Test
    public void isSeenByGateAndFacesInTheTransactionOfTheChangeAndAfterIt() {
        Organization organization = Organization.with(platform());
        CustomerDirectory directory = platform().service(CustomerDirectory.class);
        String revision = gate().revision(organization.id());

        assertThat(gate().isEnabled(organization.id(), "customers")).isFalse();
        assertThat(listed(organization)).isFalse();
        organization.call(() -> {
            turnOn();
            assertThat(gate().isEnabled("customers")).isTrue();
            assertThat(gate().enabled()).contains("customers", "settings", "users", "activities");
            assertThat(directory.find(UUID.randomUUID())).isEmpty();
            return null;
        });

        assertThat(gate().isEnabled(organization.id(), "customers")).isTrue();
        assertThat(listed(organization)).isTrue();
        assertThat(gate().revision(organization.id())).isNotEqualTo(revision);
    }

    private void turnOn() {
        platform().service(ModuleSets.class).enable(Set.of("customers"), ModuleSets.Cause.OPERATOR, "test");
    }

    @Test
    public void isUndoneWithItsTransaction() {
        Organization organization = Organization.with(platform());
        String revision = gate().revision(organization.id());

        assertThatThrownBy(() -> organization.call(() -> {
                    turnOn();
                    throw new IllegalStateException("the rest of the work fails");
                }))
                .hasMessageContaining("the rest of the work fails");

        assertThat(gate().isEnabled(organization.id(), "customers")).isFalse();
        assertThat(listed(organization)).isFalse();
        assertThat(gate().revision(organization.id())).isEqualTo(revision);
    }

    @Test
    public void byTheFrontDoorIsSeenByGateAndFacesAtOnce() {
        Organization organization = Organization.with(platform(), "customers");
        CustomerDirectory directory = platform().service(CustomerDirectory.class);
        Web admin = organization.admin();

        assertThat(admin.delete(SWITCH).status()).isEqualTo(200);
        assertThat(gate().isEnabled(organization.id(), "customers")).isFalse();
        assertThat(listed(organization)).isFalse();
        assertThatThrownBy(() -> organization.call(() -> directory.find(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("module-not-enabled"));

        organization.enable("customers");
        assertThat(organization.call(() -> directory.find(UUID.randomUUID()))).isEmpty();
        assertThat(admin.get("/api/v1/customers/customers").status()).isEqualTo(200);
    }

    @Test
    public void neverTouchesTheCoreNorAnotherOrganization() {
        Organization one = Organization.with(platform(), "customers");
        Organization other = Organization.with(platform());

        assertThat(gate().isEnabled(other.id(), "customers")).isFalse();
        assertThat(gate().isEnabled(other.id(), "users")).isTrue();
        assertThat(one.admin().delete("/api/v1/modules/users/enabled").status()).isEqualTo(409);
        assertThat(gate().isEnabled(one.id(), "users")).isTrue();
    }
}
