package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds everything that a tenant's OpenAPI document offers against the conventions, without knowing what any of it is. */
@DisplayName("Every operation of the API")
class ContractIT {

    private static World world;
    private static World other;

    @BeforeAll
    static void fill() {
        Tenant company = Tenant.whole();
        Company.open(company);
        world = new World(company);
        other = new World(Tenant.whole());
    }

    private static Stream<Operation> operations() {
        return world.api().operations().stream();
    }

    @Test
    void offersCollectionsOfCoreAndCustomers() {
        assertThat(world.api().listings())
                .extracting(Listing::path)
                .contains(
                        "customers/customers", "customers/contacts", "activities/activities", "users/users", "modules");
    }

    /**
     * Tests of a path without a record are left out, so these are all there may be: a merge takes more than a schema, nobody
     * notifies themselves, webhooks are delivered and alerts opened by the platform alone, reminders go out by communications, and
     * a forecast takes a month of history.
     */
    @Test
    void hasARecordToBeTriedWith() {
        assertThat(operations().filter(o -> world.path(o).isEmpty()).map(Operation::path))
                .as("paths without a record; refused: " + world.refused())
                .isSubsetOf(
                        "customers/merge-audit/{id}",
                        "financial/reminder-history/{id}",
                        "inventory/alert-events/{id}",
                        "inventory/alert-events/{id}/acknowledge",
                        "inventory/alert-events/{id}/resolve",
                        "inventory/forecasts/{id}",
                        "settings/webhook-deliveries/{id}",
                        "settings/webhook-deliveries/{id}/redeliver",
                        "users/notifications/{id}",
                        "users/notifications/{id}/read",
                        "users/notifications/{id}/dismiss");
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
    Stream<DynamicNode> creations() {
        return Named.some(world.api().listings().stream()
                .flatMap(list -> Named.after("list of " + list, new CreationChecks(world, list).all())));
    }

    @TestFactory
    Stream<DynamicNode> records() {
        var checks = new RecordChecks(world);
        return Named.some(operations().flatMap(o -> Named.after(o, checks.of(o))));
    }

    @TestFactory
    Stream<DynamicNode> bodies() {
        var checks = new BodyChecks(world);
        return Named.some(
                operations().filter(o -> o.bodyType().isPresent()).flatMap(o -> Named.after(o, checks.of(o))));
    }

    @TestFactory
    Stream<DynamicNode> access() {
        var checks = new AccessChecks(world, other, badTokens());
        return Named.some(operations().flatMap(o -> Named.after(o, checks.of(o))));
    }

    @TestFactory
    Stream<DynamicNode> verbs() {
        var checks = new AccessChecks(world, other, Map.of());
        return Named.some(
                operations().map(Operation::path).distinct().flatMap(path -> Named.after(path, checks.ofPath(path))));
    }

    private static Map<String, String> badTokens() {
        return Tokens.bad(Tenant.with());
    }
}
