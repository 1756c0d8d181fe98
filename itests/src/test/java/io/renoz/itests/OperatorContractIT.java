package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The operator plane under the same conventions as the rest. */
@DisplayName("Every operation of the operator plane")
class OperatorContractIT {

    private static Tenant tenant;
    private static World world;

    @BeforeAll
    static void fill() {
        tenant = Tenant.whole();
        world = World.ofOperators();
    }

    @Test
    void offersCollections() {
        assertThat(world.api().listings())
                .extracting(Listing::path)
                .contains("operator/organizations", "operator/modules", "operator/tokens", "operator/audit");
    }

    /** Tests of a path without a record are left out, so these are all there may be: nothing has failed or run yet. */
    @Test
    void hasARecordToBeTriedWith() {
        assertThat(world.api().operations().stream()
                        .filter(o -> world.path(o).isEmpty())
                        .map(Operation::path))
                .as("paths without a record; refused: " + world.refused())
                .isSubsetOf(
                        "operator/event-deliveries/{id}/retry",
                        "operator/mails/{id}/retry",
                        "operator/scheduled-jobs/{id}/runs");
    }

    @TestFactory
    Stream<DynamicNode> lists() {
        return Named.some(world.api().listings().stream()
                .flatMap(list -> Named.after("list of " + list, new ListChecks(world, list).all())));
    }

    @TestFactory
    Stream<DynamicNode> filtersAndSorts() {
        return Named.some(world.api().listings().stream()
                .flatMap(list -> Named.after("list of " + list, new FilterChecks(world, list).all())));
    }

    @TestFactory
    Stream<DynamicNode> records() {
        var checks = new RecordChecks(world);
        return Named.some(world.api().operations().stream().flatMap(o -> Named.after(o, checks.of(o))));
    }

    @TestFactory
    Stream<DynamicNode> bodies() {
        var checks = new BodyChecks(world);
        return Named.some(world.api().operations(o -> o.bodyType().isPresent()).stream()
                .flatMap(o -> Named.after(o, checks.of(o))));
    }

    @TestFactory
    Stream<DynamicNode> access() {
        var bad = Map.of(
                "of no known form", "Bearer nonsense",
                "of no operator", "Bearer rno_" + "A".repeat(43),
                "a tenant's", "Bearer " + tenant.newToken());
        var checks = new AccessChecks(world, world, bad);
        return Named.some(world.api().operations().stream().flatMap(o -> Named.after(o, checks.of(o))));
    }

    @TestFactory
    Stream<DynamicNode> verbs() {
        var checks = new AccessChecks(world, world, Map.of());
        return Named.some(world.api().operations().stream()
                .map(Operation::path)
                .distinct()
                .flatMap(path -> Named.after(path, checks.ofPath(path))));
    }

    @Test
    @DisplayName("is written to the audit of operators when it changes something")
    void isAudited() {
        Answer made = Client.operator()
                .post("operator/organizations", """
                {"slug": "%s", "name": "Audited", "owner": {"email": "a@b.example", "name": "A", "password": "%s"}}""".formatted(
                                "audited-" + Long.toString(System.nanoTime(), 36), Tenant.PASSWORD))
                .expect(201);

        Answer log = Client.operator().get("operator/audit?limit=20").expect(200);

        assertThat(log.text()).contains(made.header("X-Request-Id").orElseThrow());
        assertThat(log.text()).doesNotContain(Tenant.PASSWORD, RunningPlatform.OPERATOR_TOKEN);
    }
}
