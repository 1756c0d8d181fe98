package io.renoz.settings.organization;

import static io.renoz.settings.Workbench.DATABASE;
import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Request;
import io.renoz.problem.Problem;
import io.renoz.settings.Workbench;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProvisioningIT {

    private final Workbench bench = new Workbench();
    private final Standing standing = bench.standing();
    private final Provisioning provisioning = bench.provisioning(standing);
    private final String slug = "acme-" + UUID.randomUUID();

    private static Call call(UUID organization) {
        return new Call(organization, Actor.system("test"), Set.of("*"), Request.none(UUID.randomUUID()), false);
    }

    private static long visibleRows(UUID organization) {
        return PLATFORM.transactions().run(call(organization), () -> {
            try (Connection connection = DATABASE.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from settings.organizations")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static void assertRefused(String wanted, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(wanted));
    }

    @Test
    @DisplayName("SET-01: the row's id is the organization's, and there is exactly one")
    void makesOneRowOfItsOwnId() {
        UUID id = bench.organization(slug);

        assertThat(visibleRows(id)).isEqualTo(1);
        Organization row = PLATFORM.transactions().run(call(id), () -> TABLES.require(Organization.class, id));
        assertThat(row.organization()).isEqualTo(id);
        assertThatThrownBy(() -> PLATFORM.transactions().run(call(id), () -> {
                    TABLES.add(new Organization(
                            Ids.next(), "second-" + slug.substring(0, 20), "B", Workbench.CLOCK.instant()));
                    TABLES.flush();
                    return 0;
                }))
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("SET-01: a slug is unique over all organizations")
    void refusesASlugThatIsTaken() {
        bench.organization(slug);

        assertThatThrownBy(() -> bench.organization(slug)).rootCause().isInstanceOfSatisfying(SQLException.class, e -> {
            assertThat(e.getSQLState()).isEqualTo("23505");
            assertThat(e.getMessage()).contains("organizations_slug_key");
        });
    }

    @Test
    @DisplayName("SET-02: one name finds one organization, and nobody sees the others")
    void isFoundByNameAlone() {
        UUID id = bench.organization(slug);
        PLATFORM.transactions().run(call(id), () -> {
            TABLES.require(Organization.class, id).domain = slug + ".example";
            return 0;
        });

        assertThat(bench.directory().resolve(slug.toUpperCase(java.util.Locale.ROOT)))
                .contains(new OrganizationRef(id, "Acme", OrganizationStatus.TRIAL));
        assertThat(bench.directory().resolve(slug + ".example"))
                .map(OrganizationRef::id)
                .contains(id);
        assertThat(bench.directory().resolve("nobody-" + slug)).isEmpty();
        assertThat(bench.directory().resolve("")).isEmpty();
        assertThat(visibleRows(UUID.randomUUID())).isZero();
    }

    @Test
    @DisplayName("SET-03: suspending and closing are obstacles at once; reopening takes them away")
    void standsInTheWayWhileItLasts() {
        UUID id = bench.organization(slug);
        assertThat(standing.obstacle(id)).isEmpty();

        provisioning.suspend(id, "unpaid");
        assertThat(standing.obstacle(id)).contains("organization-suspended");
        PLATFORM.transactions().run(call(id), () -> {
            assertRefused("organization-suspended", bench.directory()::requireWritable);
            return 0;
        });
        provisioning.reinstate(id);
        assertThat(standing.obstacle(id)).isEmpty();
        assertRefused("confirmation-mismatch", () -> provisioning.close(id, "other"));
        provisioning.close(id, slug);
        assertThat(standing.obstacle(id)).contains("organization-closed");
        provisioning.reopen(id);
        assertThat(standing.obstacle(id)).isEmpty();
        assertThat(PLATFORM.published().stream()
                        .filter(event -> event.aggregateId().equals(id)))
                .extracting(event -> event.name())
                .contains(
                        "settings.organization.created",
                        "settings.organization.suspended",
                        "settings.organization.reinstated",
                        "settings.organization.closed");
    }

    @Test
    void isNotFoundWhereThereIsNone() {
        assertRefused("not-found", () -> provisioning.activate(UUID.randomUUID()));
    }

    @Test
    void isListedForOperators() {
        UUID id = bench.organization(slug);
        provisioning.activate(id);
        var organizations = new OperatorOrganizations(PLATFORM.databases().platform());

        assertThat(organizations.get(id).status()).isEqualTo(OrganizationStatus.ACTIVE);
        var query = new ListQuery(
                10, Optional.empty(), Optional.of("-name"), Map.of("slug", slug, "status", "active"), true);
        assertThat(organizations.list(query).items())
                .extracting(view -> view.id())
                .containsExactly(id);
        assertRefused("not-found", () -> organizations.get(UUID.randomUUID()));
    }

    @Test
    @DisplayName("SET-25: changes of the organization are told to the audit log")
    void tellsTheAuditLog() {
        UUID id = bench.organization(slug);
        provisioning.suspend(id, "unpaid");

        assertThat(PLATFORM.audited().stream()
                        .filter(change -> change.entityId().equals(id)))
                .anySatisfy(change -> {
                    assertThat(change.entityType()).isEqualTo("organization");
                    assertThat(change.before()).containsEntry("status", "trial");
                    assertThat(change.after()).containsEntry("status", "suspended");
                });
    }
}
